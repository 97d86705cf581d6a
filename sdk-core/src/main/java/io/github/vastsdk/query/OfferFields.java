package io.github.vastsdk.query;

import io.github.vastsdk.model.Offer;

/**
 * The columns of the market, to be imported statically. Each is compared with a value of its kind, and re-checked on
 * the rows of an answer.
 */
public final class OfferFields {
    static final Columns<Offer> COLUMNS = new Columns<>();

    /** The id of an offer. A condition on {@code id} itself finds nothing. */
    public static final NumberField<Offer> askContractId = COLUMNS.number("ask_contract_id", Offer::askContractId);

    /** The id of the hardware bundle. */
    public static final NumberField<Offer> bundleId =
            COLUMNS.number("bundle_id", offer -> offer.host().bundleId());

    /** The id of the machine. */
    public static final NumberField<Offer> machineId = COLUMNS.number("machine_id", Offer::machineId);

    /** The id of the host, who owns the machine. */
    public static final NumberField<Offer> hostId = COLUMNS.number("host_id", Offer::hostId);

    /** The id of the cluster. */
    public static final NumberField<Offer> clusterId = COLUMNS.number("cluster_id", Offer::clusterId);

    /** The model of the GPUs, such as {@code RTX 4090}. Underscores count as blanks. */
    public static final TextField<Offer> gpuName =
            COLUMNS.gpuNames("gpu_name", offer -> offer.gpu().name());

    /** The number of GPUs. */
    public static final NumberField<Offer> numGpus =
            COLUMNS.number("num_gpus", offer -> offer.gpu().count());

    /** The memory of each GPU. */
    public static final SizeField<Offer> gpuRam =
            COLUMNS.size("gpu_ram", offer -> offer.gpu().ramMb());

    /** The memory of all GPUs together. */
    public static final SizeField<Offer> gpuTotalRam =
            COLUMNS.size("gpu_total_ram", offer -> offer.gpu().totalRamMb());

    /** The part of the machine's GPUs, 0 to 1. */
    public static final NumberField<Offer> gpuFrac =
            COLUMNS.number("gpu_frac", offer -> offer.gpu().fraction());

    /** The make of the GPUs: {@code nvidia} or {@code amd}. */
    public static final TextField<Offer> gpuArch =
            COLUMNS.text("gpu_arch", offer -> offer.gpu().arch());

    /** The PCIe lanes of each GPU. */
    public static final NumberField<Offer> gpuLanes =
            COLUMNS.number("gpu_lanes", offer -> offer.gpu().lanes());

    /** The memory bandwidth of a GPU in GB/s. */
    public static final NumberField<Offer> gpuMemBw =
            COLUMNS.number("gpu_mem_bw", offer -> offer.gpu().memoryBandwidth());

    /** The power limit of a GPU in watts. */
    public static final NumberField<Offer> gpuMaxPower =
            COLUMNS.number("gpu_max_power", offer -> offer.gpu().maxPower());

    /** The temperature limit of a GPU in degrees Celsius. */
    public static final NumberField<Offer> gpuMaxTemp =
            COLUMNS.number("gpu_max_temp", offer -> offer.gpu().maxTemperature());

    /** Whether a display is attached to the GPU. */
    public static final FlagField<Offer> gpuDisplayActive =
            COLUMNS.flag("gpu_display_active", offer -> offer.gpu().displayActive());

    /** The NVLink bandwidth in GB/s. */
    public static final NumberField<Offer> bwNvlink =
            COLUMNS.number("bw_nvlink", offer -> offer.gpu().nvlinkBandwidth());

    /** The compute capability times 100: 890 for 8.9. */
    public static final NumberField<Offer> computeCap =
            COLUMNS.number("compute_cap", offer -> offer.gpu().computeCap());

    /** The newest CUDA version that the driver supports, such as 12.4. */
    public static final NumberField<Offer> cudaMaxGood =
            COLUMNS.number("cuda_max_good", offer -> offer.gpu().cudaMaxGood());

    /** The version of the GPU driver. */
    public static final VersionField<Offer> driverVersion =
            COLUMNS.version("driver_version", offer -> VersionField.of(offer.gpu()));

    /** The computing power of all GPUs in TFLOPS. */
    public static final NumberField<Offer> totalFlops =
            COLUMNS.number("total_flops", offer -> offer.gpu().totalFlops());

    /** The service's deep learning score. */
    public static final NumberField<Offer> dlperf =
            COLUMNS.number("dlperf", offer -> offer.gpu().dlperf());

    /** The model of the processor. */
    public static final TextField<Offer> cpuName =
            COLUMNS.names("cpu_name", offer -> offer.cpu().name());

    /** The architecture of the processor, such as {@code amd64}. */
    public static final TextField<Offer> cpuArch =
            COLUMNS.text("cpu_arch", offer -> offer.cpu().arch());

    /** The number of cores of the machine. */
    public static final NumberField<Offer> cpuCores =
            COLUMNS.number("cpu_cores", offer -> offer.cpu().cores());

    /** The number of cores that the offer may use, possibly a fraction. */
    public static final NumberField<Offer> cpuCoresEffective =
            COLUMNS.number("cpu_cores_effective", offer -> offer.cpu().coresEffective());

    /** The clock rate of the processor in GHz. */
    public static final NumberField<Offer> cpuGhz =
            COLUMNS.number("cpu_ghz", offer -> offer.cpu().ghz());

    /** The memory of the machine. */
    public static final SizeField<Offer> cpuRam =
            COLUMNS.size("cpu_ram", offer -> offer.cpu().ramMb());

    /** Whether the processor knows the AVX instructions. */
    public static final FlagField<Offer> hasAvx =
            COLUMNS.flag("has_avx", offer -> offer.cpu().hasAvx());

    /** The model of the disk. */
    public static final TextField<Offer> diskName =
            COLUMNS.names("disk_name", offer -> offer.disk().name());

    /** The free storage in GB. */
    public static final NumberField<Offer> diskSpace =
            COLUMNS.number("disk_space", offer -> offer.disk().spaceGb());

    /** The bandwidth of the disk in MB/s. */
    public static final NumberField<Offer> diskBw =
            COLUMNS.number("disk_bw", offer -> offer.disk().bandwidth());

    /** The upload bandwidth in Mbit/s. */
    public static final NumberField<Offer> inetUp =
            COLUMNS.number("inet_up", offer -> offer.network().uploadMbps());

    /** The download bandwidth in Mbit/s. */
    public static final NumberField<Offer> inetDown =
            COLUMNS.number("inet_down", offer -> offer.network().downloadMbps());

    /** The price of the upload in dollars per GB. */
    public static final NumberField<Offer> inetUpCost =
            COLUMNS.number("inet_up_cost", offer -> offer.price().uploadCost());

    /** The price of the download in dollars per GB. */
    public static final NumberField<Offer> inetDownCost =
            COLUMNS.number("inet_down_cost", offer -> offer.price().downloadCost());

    /** The number of ports that the host can open. */
    public static final NumberField<Offer> directPortCount =
            COLUMNS.number("direct_port_count", offer -> offer.network().directPortCount());

    /** Whether the public address stays. */
    public static final FlagField<Offer> staticIp =
            COLUMNS.flag("static_ip", offer -> offer.network().staticIp());

    /** The public address of the host. */
    public static final TextField<Offer> publicIpaddr =
            COLUMNS.text("public_ipaddr", offer -> offer.network().publicIpaddr());

    /** The whole price in dollars per hour, with the storage of the query. */
    public static final NumberField<Offer> dphTotal =
            COLUMNS.number("dph_total", offer -> offer.price().dphTotal());

    /** The price of the GPUs alone in dollars per hour. */
    public static final NumberField<Offer> dphBase =
            COLUMNS.number("dph_base", offer -> offer.price().dphBase());

    /** The smallest bid in dollars per hour. */
    public static final NumberField<Offer> minBid =
            COLUMNS.number("min_bid", offer -> offer.price().minBid());

    /** The price of storage in dollars per GB and month. */
    public static final NumberField<Offer> storageCost =
            COLUMNS.number("storage_cost", offer -> offer.price().storageCost());

    /** The price of the storage of the query in dollars per hour. */
    public static final NumberField<Offer> storageTotalCost =
            COLUMNS.number("storage_total_cost", offer -> offer.price().storageTotalCost());

    /** The price of GPU memory in dollars per GB and hour. */
    public static final NumberField<Offer> vramCostPerHour =
            COLUMNS.number("vram_costperhour", offer -> offer.price().vramCostPerHour());

    /** The deep learning score per dollar and hour. */
    public static final NumberField<Offer> dlperfPerDphtotal =
            COLUMNS.number("dlperf_per_dphtotal", offer -> offer.price().dlperfPerDollar());

    /** The TFLOPS per dollar and hour. */
    public static final NumberField<Offer> flopsPerDphtotal =
            COLUMNS.number("flops_per_dphtotal", offer -> offer.price().flopsPerDollar());

    /** The service's ranking of value. */
    public static final NumberField<Offer> score =
            COLUMNS.number("score", offer -> offer.price().score());

    /** The reliability of the machine, 0 to 1. */
    public static final NumberField<Offer> reliability =
            COLUMNS.number("reliability", offer -> offer.host().reliability());

    /** The reliability that the service expects, 0 to 1. */
    public static final NumberField<Offer> expectedReliability =
            COLUMNS.number("expected_reliability", offer -> offer.host().expectedReliability());

    /** Whether the service has verified the machine. */
    public static final FlagField<Offer> verified =
            COLUMNS.flag("verified", offer -> HostReader.verified(offer.host()));

    /** The verification: {@code verified}, {@code unverified} or {@code deverified}. */
    public static final TextField<Offer> verification =
            COLUMNS.text("verification", offer -> HostReader.verification(offer.host()));

    /** Whether the machine stands in a data centre. */
    public static final FlagField<Offer> datacenter =
            COLUMNS.flag("datacenter", offer -> HostReader.datacenter(offer.host()));

    /** The country: two letters such as {@code SE}. */
    public static final TextField<Offer> geolocation =
            COLUMNS.countries("geolocation", offer -> offer.host().country());

    /** Whether another provider runs the machine. */
    public static final FlagField<Offer> external =
            COLUMNS.flag("external", offer -> offer.host().external());

    /** Whether it can be rented now. */
    public static final FlagField<Offer> rentable =
            COLUMNS.flag("rentable", offer -> offer.host().rentable());

    /** Whether GPUs of it are rented already. True adds machines that the account rents from. */
    public static final FlagField<Offer> rented = COLUMNS.flag("rented", Offer::rented);

    /** How long it can be rented from now on. */
    public static final DurationField<Offer> duration =
            COLUMNS.duration("duration", offer -> offer.times().remaining());

    /** From when it can be rented. */
    public static final TimeField<Offer> startDate =
            COLUMNS.time("start_date", offer -> offer.times().startDate());

    /** Until when it can be rented. */
    public static final TimeField<Offer> endDate =
            COLUMNS.time("end_date", offer -> offer.times().endDate());

    /** The model of the mainboard. */
    public static final TextField<Offer> moboName =
            COLUMNS.names("mobo_name", offer -> offer.host().moboName());

    /** The PCIe generation. */
    public static final NumberField<Offer> pciGen =
            COLUMNS.number("pci_gen", offer -> offer.host().pciGeneration());

    /** The bandwidth between processor and GPUs in GB/s. */
    public static final NumberField<Offer> pcieBw =
            COLUMNS.number("pcie_bw", offer -> offer.host().pcieBandwidth());

    /** The version of Ubuntu, such as {@code 22.04}. */
    public static final TextField<Offer> osVersion =
            COLUMNS.text("os_version", offer -> offer.host().osVersion());

    /** Whether virtual machines can be rented. */
    public static final FlagField<Offer> vmsEnabled =
            COLUMNS.flag("vms_enabled", offer -> offer.host().vmsEnabled());

    /** Whether the machine lost its verification for virtual machines. */
    public static final FlagField<Offer> vmDeverified =
            COLUMNS.flag("is_vm_deverified", offer -> offer.host().vmDeverified());

    /** The kind of resource. */
    public static final TextField<Offer> resourceType = COLUMNS.text("resource_type", Offer::resourceType);

    /** The id of the volume offer on the same machine. */
    public static final NumberField<Offer> availableVolumeAskId =
            COLUMNS.number("avail_vol_ask_id", Offer::availableVolumeAskId);

    /** The price of that volume in dollars per hour. */
    public static final NumberField<Offer> availableVolumeDph =
            COLUMNS.number("avail_vol_dph", Offer::availableVolumeDph);

    /** The size of that volume in GB. */
    public static final NumberField<Offer> availableVolumeSize =
            COLUMNS.number("avail_vol_size", Offer::availableVolumeGb);

    /** The least bandwidth of a network disk in MB/s. */
    public static final NumberField<Offer> networkDiskMinBw =
            COLUMNS.number("nw_disk_min_bw", offer -> offer.disk().networkMinBandwidth());

    /** The greatest bandwidth of a network disk in MB/s. */
    public static final NumberField<Offer> networkDiskMaxBw =
            COLUMNS.number("nw_disk_max_bw", offer -> offer.disk().networkMaxBandwidth());

    /** The average bandwidth of a network disk in MB/s. */
    public static final NumberField<Offer> networkDiskAvgBw =
            COLUMNS.number("nw_disk_avg_bw", offer -> offer.disk().networkAvgBandwidth());

    static {
        // Columns that only texts can name: nothing that a program would look for.
        COLUMNS.number("id", Offer::id);
        COLUMNS.number("bundled_results", offer -> null);
        COLUMNS.number("credit_discount_max", offer -> offer.price().creditDiscountMax());
        COLUMNS.number("driver_vers", offer -> offer.gpu().driverVersionCode());
        COLUMNS.number("geolocode", offer -> offer.host().geolocode());
        COLUMNS.number("gpu_ids", offer -> null);
        COLUMNS.number("hosting_type", offer -> offer.host().hostingType());
        COLUMNS.text("hostname", offer -> offer.host().hostname());
        COLUMNS.flag("is_bid", offer -> offer.price().isBid());
        COLUMNS.text("logo", offer -> offer.host().logo());
        COLUMNS.number("platform_fee", offer -> offer.price().platformFee());
        COLUMNS.number("reliability_mult", offer -> offer.host().reliabilityMultiplier());
        COLUMNS.text("ubuntu_version", offer -> offer.host().osVersion());
        COLUMNS.number("vericode", offer -> offer.host().vericode());
        COLUMNS.text("webpage", offer -> offer.host().webpage());

        COLUMNS.alias("cuda_vers", cudaMaxGood);
        COLUMNS.alias("display_active", gpuDisplayActive);
        COLUMNS.alias("dlperf_usd", dlperfPerDphtotal);
        COLUMNS.alias("dph", dphTotal);
        COLUMNS.alias("dphtotal", dphTotal);
        COLUMNS.alias("flops_usd", flopsPerDphtotal);
        COLUMNS.alias("gpu_totalram", gpuTotalRam);
        COLUMNS.alias("reliability2", reliability);
    }

    private OfferFields() {}
}
