// swift-tools-version: 6.1

import PackageDescription

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "unroll", path: "..")],
    targets: [
        .systemLibrary(name: "CBenchmarkBLAS"),
        .executableTarget(
            name: "recurrent-benchmark",
            dependencies: ["CBenchmarkBLAS", .product(name: "Recurrent", package: "unroll")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "recurrent-interchange",
            dependencies: [
                .product(name: "Recurrent", package: "unroll"),
                .product(name: "TensorFiles", package: "unroll"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
