package io.github.vastsdk.sandbox.internal;

import java.util.List;

/**
 * A kind of GPU on the market.
 *
 * @param name as the service writes it, with blanks
 * @param ramMb memory that it reports, in MB
 * @param teraflops of one
 * @param memoryBandwidth in GB/s
 * @param computeCap compute capability times 100
 * @param watts power limit
 * @param nvlink bandwidth between two, in GB/s; 0 without
 * @param dollarsPerHour what one costs in the middle of the market
 * @param weight how common it is
 */
record GpuModel(
        String name,
        int ramMb,
        double teraflops,
        double memoryBandwidth,
        int computeCap,
        int watts,
        double nvlink,
        double dollarsPerHour,
        int weight) {
    static final List<GpuModel> ALL = List.of(
            new GpuModel("RTX 4090", 24564, 82.6, 887.1, 890, 450, 0, 0.36, 9),
            new GpuModel("RTX 3090", 24576, 35.6, 836.9, 860, 350, 0, 0.17, 7),
            new GpuModel("RTX 5090", 32607, 104.8, 1512.0, 1200, 575, 0, 0.52, 6),
            new GpuModel("H100 SXM", 81559, 66.9, 2617.4, 900, 700, 450, 2.05, 4),
            new GpuModel("H200", 143771, 66.9, 3820.0, 900, 700, 450, 2.65, 2),
            new GpuModel("A100 SXM4", 81920, 19.5, 1685.6, 800, 400, 300, 0.92, 3),
            new GpuModel("A100 PCIE", 40960, 19.5, 1299.0, 800, 250, 0, 0.62, 3),
            new GpuModel("L40S", 46068, 91.6, 691.0, 890, 350, 0, 0.64, 3),
            new GpuModel("L4", 23034, 30.3, 262.0, 890, 72, 0, 0.29, 1),
            new GpuModel("RTX 6000Ada", 49140, 91.1, 820.0, 890, 300, 0, 0.71, 3),
            new GpuModel("RTX PRO 6000 WS", 97887, 126.0, 1600.0, 1200, 600, 0, 1.12, 2),
            new GpuModel("RTX A6000", 49140, 38.7, 644.0, 860, 300, 0, 0.42, 3),
            new GpuModel("RTX A5000", 24564, 27.8, 640.0, 860, 230, 0, 0.22, 2),
            new GpuModel("RTX 4070S Ti", 16376, 44.1, 580.0, 890, 285, 0, 0.13, 2),
            new GpuModel("RTX 3060", 12288, 12.7, 320.0, 860, 170, 0, 0.06, 4),
            new GpuModel("Q RTX 8000", 49152, 16.3, 560.0, 750, 260, 0, 0.28, 1),
            new GpuModel("Tesla V100", 32768, 15.7, 780.0, 700, 300, 150, 0.24, 2),
            new GpuModel("Tesla T4", 15360, 8.1, 270.0, 750, 70, 0, 0.11, 2),
            new GpuModel("GTX 1080 Ti", 11264, 11.3, 440.0, 610, 250, 0, 0.05, 1));
}
