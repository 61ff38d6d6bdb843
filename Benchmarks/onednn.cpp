// Times the recurrent layers of oneDNN: a forward pass of training and a whole backward pass.
//
// Reads rows as in `lstm 50 32 16 128 float 1` and answers with seconds, like recurrent-benchmark.
// Only LSTM and GRU in single precision are there. As in training, weights are arranged for the
// kernels anew in every pass, because they have changed.
//
// Build: c++ -O2 -std=c++17 -Iinclude onednn.cpp -Llib -ldnnl

#include <algorithm>
#include <cstring>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <time.h>
#include <unordered_map>
#include <vector>

#include "oneapi/dnnl/dnnl.hpp"

using namespace dnnl;
using tag = memory::format_tag;
using Arguments = std::unordered_map<int, memory>;

static const engine processor(engine::kind::cpu, 0);

/// Returns memory with small numbers.
static memory filled(const memory::desc &description) {
    memory result(description, processor);
    auto numbers = static_cast<float *>(result.get_data_handle());
    for (size_t k = 0; k < description.get_size() / sizeof(float); ++k)
        numbers[k] = static_cast<float>(k * 37 % 101) / 1010 - 0.05f;
    return result;
}

/// A layer with what its passes need.
class Layer {
  public:
    Layer(const std::string &cell, memory::dim steps, memory::dim count, memory::dim inputs,
          memory::dim hidden)
        : isLSTM(cell == "lstm"), stream_(processor) {
        const memory::dim gates = isLSTM ? 4 : 3, biases = 4;
        auto f32 = memory::data_type::f32;
        memory::desc input({steps, count, inputs}, f32, tag::tnc);
        memory::desc output({steps, count, hidden}, f32, tag::tnc);
        memory::desc state({1, 1, count, hidden}, f32, tag::ldnc);
        memory::desc bias({1, 1, biases, hidden}, f32, tag::ldgo);
        memory::desc wide({1, 1, inputs, gates, hidden}, f32, tag::any);
        memory::desc square({1, 1, hidden, gates, hidden}, f32, tag::any);
        own_[0] = filled({{1, 1, inputs, gates, hidden}, f32, tag::ldigo});
        own_[1] = filled({{1, 1, hidden, gates, hidden}, f32, tag::ldigo});
        auto direction = rnn_direction::unidirectional_left2right;
        auto training = prop_kind::forward_training;
        if (isLSTM) {
            lstm_forward::primitive_desc forward(processor, training, direction, input, state,
                                                 state, wide, square, bias, output, state, state);
            lstm_backward::primitive_desc backward(
                processor, prop_kind::backward, direction, input, state, state, wide, square, bias,
                output, state, state, input, state, state, wide, square, bias, output, state, state,
                forward);
            prepare(forward, backward, lstm_forward(forward), lstm_backward(backward));
        } else {
            lbr_gru_forward::primitive_desc forward(processor, training, direction, input, state,
                                                    wide, square, bias, output, state);
            lbr_gru_backward::primitive_desc backward(
                processor, prop_kind::backward, direction, input, state, wide, square, bias, output,
                state, input, state, wide, square, bias, output, state, forward);
            prepare(forward, backward, lbr_gru_forward(forward), lbr_gru_backward(backward));
        }
    }

    /// Runs both passes.
    void run() {
        arrange(forwardWeights_);
        forward_.execute(stream_, forwardArguments_);
        arrange(backwardWeights_);
        for (auto &sum : sums_)
            std::memset(sum.get_data_handle(), 0, sum.get_desc().get_size());
        backward_.execute(stream_, backwardArguments_);
        stream_.wait();
    }

  private:
    /// Copies the weights into the order of one of the passes.
    void arrange(std::vector<memory> &target) {
        for (int k = 0; k < 2; ++k)
            reorder(own_[k], target[k]).execute(stream_, own_[k], target[k]);
    }

    /// Allocates what the passes read and write.
    template <typename Forward, typename Backward>
    void prepare(const Forward &forward, const Backward &backward, primitive run,
                 primitive runBack) {
        forward_ = run;
        backward_ = runBack;
        forwardWeights_ = {memory(forward.weights_layer_desc(), processor),
                           memory(forward.weights_iter_desc(), processor)};
        backwardWeights_ = {memory(backward.weights_layer_desc(), processor),
                            memory(backward.weights_iter_desc(), processor)};
        auto both = [&](int argument, const memory::desc &description) {
            forwardArguments_[argument] = backwardArguments_[argument] = filled(description);
        };
        both(DNNL_ARG_SRC_LAYER, forward.src_layer_desc());
        both(DNNL_ARG_SRC_ITER, forward.src_iter_desc());
        both(DNNL_ARG_BIAS, forward.bias_desc());
        both(DNNL_ARG_DST_LAYER, forward.dst_layer_desc());
        both(DNNL_ARG_DST_ITER, forward.dst_iter_desc());
        both(DNNL_ARG_WORKSPACE, forward.workspace_desc());
        forwardArguments_[DNNL_ARG_WEIGHTS_LAYER] = forwardWeights_[0];
        forwardArguments_[DNNL_ARG_WEIGHTS_ITER] = forwardWeights_[1];
        auto &a = backwardArguments_;
        a[DNNL_ARG_WEIGHTS_LAYER] = backwardWeights_[0];
        a[DNNL_ARG_WEIGHTS_ITER] = backwardWeights_[1];
        a[DNNL_ARG_DIFF_SRC_LAYER] = filled(backward.diff_src_layer_desc());
        a[DNNL_ARG_DIFF_SRC_ITER] = filled(backward.diff_src_iter_desc());
        a[DNNL_ARG_DIFF_WEIGHTS_LAYER] = filled(backward.diff_weights_layer_desc());
        a[DNNL_ARG_DIFF_WEIGHTS_ITER] = filled(backward.diff_weights_iter_desc());
        a[DNNL_ARG_DIFF_BIAS] = filled(backward.diff_bias_desc());
        a[DNNL_ARG_DIFF_DST_LAYER] = filled(backward.diff_dst_layer_desc());
        a[DNNL_ARG_DIFF_DST_ITER] = filled(backward.diff_dst_iter_desc());
        sums_ = {a[DNNL_ARG_DIFF_WEIGHTS_LAYER], a[DNNL_ARG_DIFF_WEIGHTS_ITER],
                 a[DNNL_ARG_DIFF_BIAS]};
        if (!isLSTM) return;
        both(DNNL_ARG_SRC_ITER_C, forward.src_iter_desc());
        both(DNNL_ARG_DST_ITER_C, forward.dst_iter_desc());
        a[DNNL_ARG_DIFF_SRC_ITER_C] = filled(backward.diff_src_iter_desc());
        a[DNNL_ARG_DIFF_DST_ITER_C] = filled(backward.diff_dst_iter_desc());
    }

    bool isLSTM;
    stream stream_;
    primitive forward_, backward_;
    std::vector<memory> own_{2}, forwardWeights_, backwardWeights_, sums_;
    Arguments forwardArguments_, backwardArguments_;
};

/// The clock of the measurements: wall time, or processor time with `--processor-time`.
static clockid_t measuringClock = CLOCK_MONOTONIC;

/// Returns the time in seconds.
static double now() {
    timespec time;
    clock_gettime(measuringClock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

int main(int count, char **arguments) {
    if (count > 1 && std::string(arguments[1]) == "--processor-time")
        measuringClock = CLOCK_PROCESS_CPUTIME_ID;
    std::string line;
    std::cout << std::setprecision(9);
    while (std::getline(std::cin, line)) {
        std::istringstream words(line);
        std::string cell;
        memory::dim steps, sequences, inputs, hidden;
        words >> cell >> steps >> sequences >> inputs >> hidden;
        Layer layer(cell, steps, sequences, inputs, hidden);
        layer.run();
        double start = now();
        layer.run();
        int repeats = std::max(1, static_cast<int>(0.005 / (now() - start)));
        std::vector<double> times;
        for (int run = 0; run < (hidden >= 512 ? 5 : 15); ++run) {
            start = now();
            for (int k = 0; k < repeats; ++k) layer.run();
            times.push_back((now() - start) / repeats);
        }
        std::sort(times.begin(), times.end());
        std::cout << times[times.size() / 2] << std::endl;
    }
}
