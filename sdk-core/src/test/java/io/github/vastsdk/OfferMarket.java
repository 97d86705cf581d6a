package io.github.vastsdk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A server of raw sockets whose every answer is the whole market, written row by row as it is sent. A row has every
 * member that the service documents, one of them twice, and some that it does not.
 */
final class OfferMarket implements AutoCloseable {
    private static final String HEAD = "{\"success\":true,\"offers\":[\n";
    private static final String TAIL = "],\"truncated\":false}";

    private final int rows;
    private final ServerSocket listener;

    OfferMarket(int rows) throws IOException {
        this.rows = rows;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::accept, "market");
        server.setDaemon(true);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** The bytes of one answer. */
    long size() {
        return HEAD.length() + TAIL.length() + (long) rows * (ROW.length() + 2) - 1;
    }

    private void accept() {
        try {
            while (true) {
                try (Socket socket = listener.accept()) {
                    serve(socket);
                }
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        for (String seen = ""; !seen.endsWith("\r\n\r\n"); ) {
            seen = (seen.length() > 3 ? seen.substring(seen.length() - 3) : seen) + (char) in.read();
        }
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + size()
                        + "\r\n\r\n" + HEAD)
                .getBytes(StandardCharsets.US_ASCII));
        byte[] row = (ROW + ",\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < rows; i++) {
            number(row, i);
            out.write(row, 0, i < rows - 1 ? row.length : ROW.length());
        }
        out.write('\n');
        out.write(TAIL.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        socket.shutdownOutput();
        in.skip(Long.MAX_VALUE);
    }

    /** Writes numbers of the row into the template, whose places for them are all of one width. */
    private static void number(byte[] row, int i) {
        for (int at : ID) {
            digits(row, at, 8, 10_000_000 + i);
        }
        for (int at : PRICE) {
            digits(row, at, 6, i);
        }
    }

    private static void digits(byte[] row, int at, int width, int value) {
        int rest = value;
        for (int place = at + width - 1; place >= at; place--) {
            row[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int[] places(String mark) {
        return Pattern.compile(mark)
                .matcher(ROW)
                .results()
                .mapToInt(MatchResult::start)
                .toArray();
    }

    private static final String ROW =
            """
            {"id":IIIIIIII,"ask_contract_id":IIIIIIII,"bundle_id":1234567,"bundled_results":null,"machine_id":41234,\
            "host_id":87654,"num_gpus":2,"gpu_name":"RTX 4090","gpu_ram":24564,"gpu_total_ram":49128,\
            "gpu_frac":0.25,"gpu_arch":"nvidia","gpu_ids":[101,102],"gpu_lanes":16,"gpu_mem_bw":903.4,\
            "gpu_max_power":450.0,"gpu_max_temp":90.0,"gpu_display_active":false,"compute_cap":890,\
            "cuda_max_good":12.8,"bw_nvlink":0.0,"cpu_name":"AMD EPYC 7763 64-Core Processor ","cpu_cores":128,\
            "cpu_cores_effective":32.0,"cpu_ghz":3.5,"cpu_ram":515876,"cpu_arch":"amd64","has_avx":1,\
            "disk_space":1523.488,"disk_bw":5231.7,"disk_name":"SAMSUNG MZQL23T8HCLS-00A07","inet_up":812.4,\
            "inet_down":914.7,"inet_up_cost":0.002604166666666667,"inet_down_cost":0.001302083333333333,\
            "internet_up_cost_per_tb":2.6666666666666670,"internet_down_cost_per_tb":1.3333333333333330,\
            "direct_port_count":249,"pci_gen":4.0,"pcie_bw":24.3,"mobo_name":"ROME2D32GM-2T","os_version":"22.04",\
            "driver_version":"570.133.07","driver_vers":570133007,"dph_base":1.PPPPPP,"dph_total":1.PPPPPP,\
            "dph_total_adj":1.PPPPPP,"discounted_dph_total":1.PPPPPP,"discounted_hourly":0.0,"discount_rate":0.0,\
            "min_bid":0.2133333333333333,"dlperf":187.34912,"dlperf_per_dphtotal":231.44412019,\
            "flops_per_dphtotal":204.11293384,"total_flops":165.264128,"score":412.2839474744,\
            "vram_costperhour":8.6321478e-06,"storage_cost":0.15,"storage_total_cost":0.0010416666666666667,\
            "credit_discount_max":0.1,"rentable":true,"rented":false,"is_bid":false,"external":false,\
            "hosting_type":1,"hostname":null,"public_ipaddr":"203.0.113.77","geolocation":"Stockholm, SE",\
            "geolocode":4113,"reliability":0.9987654,"reliability2":0.9987654,"reliability_mult":0.9832145,\
            "expected_reliability":0.9912345,"verification":"verified","vericode":1,"static_ip":true,\
            "vms_enabled":false,"is_vm_deverified":false,"logo":"/static/logos/vastai_small2.png","webpage":null,\
            "resource_type":"gpu","start_date":1764321098.1234567,"end_date":1795857098.1234567,\
            "duration":31536000.456789,"cluster_id":null,"avail_vol_ask_id":20123456,"avail_vol_dph":0.0003,\
            "avail_vol_size":812.0,"nw_disk_min_bw":null,"nw_disk_max_bw":null,"nw_disk_avg_bw":null,\
            "platform_fee":0.05,"rn":1,"time_remaining":"","time_remaining_isbid":"",\
            "search":{"gpuCostPerHour":0.5333333333,"diskHour":0.0010416667,"totalHour":0.5343750000,\
            "discountTotalHour":0.0,"discountedTotalPerHour":0.5343750000},\
            "instance":{"gpuCostPerHour":0.0,"diskHour":0.0010416667,"totalHour":0.0010416667,\
            "discountTotalHour":0.0,"discountedTotalPerHour":0.0010416667},\
            "rentable":true,"future_note":"a text of some length that no version of this library knows anything about, \
            kept as it is, and longer than most others are","future_member":"a member of a later version","future_score":0.123456789,\
            "future_list":[{"name":"one","value":1},{"name":"two","value":2}]}""";

    private static final int[] ID = places("I{8}");
    private static final int[] PRICE = places("P{6}");

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
