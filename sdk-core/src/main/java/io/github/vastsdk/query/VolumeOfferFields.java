package io.github.vastsdk.query;

import io.github.vastsdk.model.VolumeOffer;

/**
 * The columns of offers of volumes, to be imported statically. Each is compared with a value of its kind, and
 * re-checked on the rows of an answer.
 */
public final class VolumeOfferFields {
    static final Columns<VolumeOffer> COLUMNS = new Columns<>();

    /** The id of an offer. A condition on {@code id} itself finds nothing. */
    public static final NumberField<VolumeOffer> askContractId =
            COLUMNS.number("ask_contract_id", VolumeOffer::askContractId);

    /** The id of the machine. */
    public static final NumberField<VolumeOffer> machineId = COLUMNS.number("machine_id", VolumeOffer::machineId);

    /** The id of the host, who owns the machine. */
    public static final NumberField<VolumeOffer> hostId = COLUMNS.number("host_id", VolumeOffer::hostId);

    /** The id of the cluster. */
    public static final NumberField<VolumeOffer> clusterId = COLUMNS.number("cluster_id", VolumeOffer::clusterId);

    /** The free storage in GB. */
    public static final NumberField<VolumeOffer> diskSpace =
            COLUMNS.number("disk_space", offer -> offer.disk().spaceGb());

    /** The bandwidth of the disk in MB/s. */
    public static final NumberField<VolumeOffer> diskBw =
            COLUMNS.number("disk_bw", offer -> offer.disk().bandwidth());

    /** The model of the disk. */
    public static final TextField<VolumeOffer> diskName =
            COLUMNS.names("disk_name", offer -> offer.disk().name());

    /** The least bandwidth of a network disk in MB/s. */
    public static final NumberField<VolumeOffer> networkDiskMinBw =
            COLUMNS.number("nw_disk_min_bw", offer -> offer.disk().networkMinBandwidth());

    /** The greatest bandwidth of a network disk in MB/s. */
    public static final NumberField<VolumeOffer> networkDiskMaxBw =
            COLUMNS.number("nw_disk_max_bw", offer -> offer.disk().networkMaxBandwidth());

    /** The average bandwidth of a network disk in MB/s. */
    public static final NumberField<VolumeOffer> networkDiskAvgBw =
            COLUMNS.number("nw_disk_avg_bw", offer -> offer.disk().networkAvgBandwidth());

    /** The price of storage in dollars per GB and month. */
    public static final NumberField<VolumeOffer> storageCost =
            COLUMNS.number("storage_cost", offer -> offer.price().storageCost());

    /** The price of the storage of the query in dollars per hour. */
    public static final NumberField<VolumeOffer> storageTotalCost =
            COLUMNS.number("storage_total_cost", offer -> offer.price().storageTotalCost());

    /** The service's ranking of value. */
    public static final NumberField<VolumeOffer> score =
            COLUMNS.number("score", offer -> offer.price().score());

    /** The upload bandwidth in Mbit/s. */
    public static final NumberField<VolumeOffer> inetUp =
            COLUMNS.number("inet_up", offer -> offer.network().uploadMbps());

    /** The download bandwidth in Mbit/s. */
    public static final NumberField<VolumeOffer> inetDown =
            COLUMNS.number("inet_down", offer -> offer.network().downloadMbps());

    /** Whether the public address stays. */
    public static final FlagField<VolumeOffer> staticIp =
            COLUMNS.flag("static_ip", offer -> offer.network().staticIp());

    /** The model of the processor. */
    public static final TextField<VolumeOffer> cpuName =
            COLUMNS.names("cpu_name", offer -> offer.cpu().name());

    /** The architecture of the processor, such as {@code amd64}. */
    public static final TextField<VolumeOffer> cpuArch =
            COLUMNS.text("cpu_arch", offer -> offer.cpu().arch());

    /** The clock rate of the processor in GHz. */
    public static final NumberField<VolumeOffer> cpuGhz =
            COLUMNS.number("cpu_ghz", offer -> offer.cpu().ghz());

    /** Whether the processor knows the AVX instructions. */
    public static final FlagField<VolumeOffer> hasAvx =
            COLUMNS.flag("has_avx", offer -> offer.cpu().hasAvx());

    /** The make of the GPUs: {@code nvidia} or {@code amd}. */
    public static final TextField<VolumeOffer> gpuArch =
            COLUMNS.text("gpu_arch", offer -> offer.gpu().arch());

    /** The newest CUDA version that the driver supports, such as 12.4. */
    public static final NumberField<VolumeOffer> cudaMaxGood =
            COLUMNS.number("cuda_max_good", offer -> offer.gpu().cudaMaxGood());

    /** The version of the GPU driver. */
    public static final VersionField<VolumeOffer> driverVersion =
            COLUMNS.version("driver_version", offer -> VersionField.of(offer.gpu()));

    /** The computing power of the machine's GPUs in TFLOPS. */
    public static final NumberField<VolumeOffer> totalFlops =
            COLUMNS.number("total_flops", offer -> offer.gpu().totalFlops());

    /** The reliability of the machine, 0 to 1. */
    public static final NumberField<VolumeOffer> reliability =
            COLUMNS.number("reliability", offer -> offer.host().reliability());

    /** Whether the service has verified the machine. */
    public static final FlagField<VolumeOffer> verified =
            COLUMNS.flag("verified", offer -> HostReader.verified(offer.host()));

    /** The verification: {@code verified}, {@code unverified} or {@code deverified}. */
    public static final TextField<VolumeOffer> verification =
            COLUMNS.text("verification", offer -> HostReader.verification(offer.host()));

    /** Whether the machine stands in a data centre. */
    public static final FlagField<VolumeOffer> datacenter =
            COLUMNS.flag("datacenter", offer -> HostReader.datacenter(offer.host()));

    /** The country: two letters such as {@code SE}. */
    public static final TextField<VolumeOffer> geolocation =
            COLUMNS.countries("geolocation", offer -> offer.host().country());

    /** Whether another provider runs the machine. */
    public static final FlagField<VolumeOffer> external =
            COLUMNS.flag("external", offer -> offer.host().external());

    /** Whether virtual machines can be rented. */
    public static final FlagField<VolumeOffer> vmsEnabled =
            COLUMNS.flag("vms_enabled", offer -> offer.host().vmsEnabled());

    /** How long it can be rented from now on. */
    public static final DurationField<VolumeOffer> duration =
            COLUMNS.duration("duration", offer -> offer.times().remaining());

    /** From when it can be rented. */
    public static final TimeField<VolumeOffer> startDate =
            COLUMNS.time("start_date", offer -> offer.times().startDate());

    /** Until when it can be rented. */
    public static final TimeField<VolumeOffer> endDate =
            COLUMNS.time("end_date", offer -> offer.times().endDate());

    /** The model of the mainboard. */
    public static final TextField<VolumeOffer> moboName =
            COLUMNS.names("mobo_name", offer -> offer.host().moboName());

    /** The PCIe generation. */
    public static final NumberField<VolumeOffer> pciGen =
            COLUMNS.number("pci_gen", offer -> offer.host().pciGeneration());

    /** The bandwidth between processor and GPUs in GB/s. */
    public static final NumberField<VolumeOffer> pcieBw =
            COLUMNS.number("pcie_bw", offer -> offer.host().pcieBandwidth());

    /** The version of Ubuntu, such as {@code 22.04}. */
    public static final TextField<VolumeOffer> osVersion =
            COLUMNS.text("os_version", offer -> offer.host().osVersion());

    static {
        COLUMNS.number("id", VolumeOffer::id);
        COLUMNS.text("ubuntu_version", offer -> offer.host().osVersion());

        COLUMNS.alias("cuda_vers", cudaMaxGood);
        COLUMNS.alias("reliability2", reliability);
    }

    private VolumeOfferFields() {}
}
