# What can be done with a clone of Unroll. `make` by itself runs the notebooks.

.PHONY: run test lint test-all browser programs bench soak faults notebooks exercises nbgrader sweeps submissions install build set-up set-up-python

# Runs every bundled notebook; what comes out goes to a temporary folder.
run: build
	@Scripts/run-notebooks

# Runs every test: those in Swift, those with Jupyter's own clients, and the notebooks.
test: set-up-python
	@Scripts/run-tests

# Checks how the sources are written; a part of `make test`.
lint: set-up-python
	@Scripts/lint

# The same, and what takes long.
test-all: test browser programs soak notebooks nbgrader sweeps submissions

# Uses the kernel in JupyterLab, in a browser without a window.
browser: build
	@Scripts/set-up --browser
	@Scripts/with-clients --browser Tests/Conformance/browser.py

# Runs two thousand programs made at random, each as one file and as cells, and three hundred whose
# cells are run again and redeclared.
programs: set-up
	@UNROLL_SPLIT_PROGRAMS=2000 UNROLL_REDECLARED_PROGRAMS=300 \
		swift test --disable-xctest --filter 'SplitProgramTests|RedeclaredProgramTests'

# Measures the kernel beside others, what atomicity and imports cost, and the recurrent layers beside PyTorch.
bench: build set-up-python
	@swift build -c release --quiet --package-path Benchmarks
	@Scripts/with-clients Benchmarks/kernels.py
	@Scripts/with-clients Benchmarks/assistance.py
	@Scripts/with-clients Benchmarks/atomicity.py
	@Scripts/with-clients Benchmarks/imports.py
	@Scripts/with-clients Benchmarks/recurrent.py
	@Scripts/with-clients Benchmarks/runner.py

# Runs the kernel for long, and watches its memory; measures the time from an interrupt to idle.
soak: build set-up-python
	@Scripts/with-clients Benchmarks/soak.py
	@Scripts/with-clients Benchmarks/interrupts.py

# Plays sessions with random faults beside a model of them; a failure names its seed. N is the number
# of sessions with processes of each kind; there are thousands of simulated ones for each. Also
# measures the time from an interrupt to the end of the cell.
SEED ?= 1
N ?= 300
faults:
	@swift build --build-tests --quiet
	@UNROLL_FAULTS_SEED=$(SEED) UNROLL_FAULTS_COUNT=$(N) SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4 \
		swift test --skip-build --disable-xctest \
		--filter 'FaultCampaign|FaultyCall|KilledProcess|ScarceResource|InterruptDuration|ProcessChain'

# Plays every notebook without the cache of compiled cells, and with nbclient.
notebooks: build set-up-python
	@UNROLL_CACHE=off .build/release/unroll test notebooks/*.ipynb
	@Scripts/with-clients Tests/Conformance/lecture_notebooks.py

# Makes the students' and the solutions' versions of the exercises, and runs the latter.
exercises: build
	@.build/release/unroll exercises exercises/source \
		--student exercises/student --solution exercises/solution
	@.build/release/unroll run exercises/solution

# Plays a course with nbgrader: assignments, submissions, marks and feedback.
nbgrader: build set-up-python
	@Scripts/with-clients --nbgrader Tests/Conformance/nbgrader_course.py

# Runs a sweep on a Slurm of its own and with GNU parallel, kills a worker, and counts.
sweeps: build
	@python3 Tests/Conformance/sweep_workers.py

# Runs submissions, some of them hostile, with nothing compiled and again, and looks at their neighbors.
submissions: build
	@python3 Benchmarks/submissions.py --cold
	@python3 Benchmarks/submissions.py
	@python3 Benchmarks/submissions.py --count 12 --hostile threads daemons floods

# Installs the kernel for Jupyter; `make install WHERE="--prefix /usr/local"` for everybody.
WHERE ?= --user
install: build
	@.build/release/unroll install $(WHERE)

# Builds what people use.
build: set-up
	@Scripts/build

# Installs what is missing, or says what that is.
set-up:
	@Scripts/set-up

# The same, with what Jupyter's own clients need.
set-up-python:
	@Scripts/set-up --python
