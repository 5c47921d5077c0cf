package nl.bench.measure;

/** One question about speed. It adds its figures to the report while it runs, each beside its reference. */
public interface Benchmark {

    /** @throws IllegalStateException when something did not do what was measured: then there is no figure */
    void run();
}
