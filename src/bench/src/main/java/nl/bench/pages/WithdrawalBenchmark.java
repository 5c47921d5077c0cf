package nl.bench.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;
import nl.bench.measure.Aim;
import nl.bench.measure.Benchmark;
import nl.bench.measure.Pace;
import nl.bench.measure.Report;
import nl.bench.measure.RunningProduct;

/**
 * From a resident's "stop" until what a professional had open is off that screen. The resident is on one node, the
 * professional on another; both in real browsers, who share the processor with the product.
 */
public final class WithdrawalBenchmark implements Benchmark {

    private static final String CLOSED =
            "withdrawal: stopped on one node, until the open screen of another is closed (s)";
    private static final String RESIDENT = "P02";
    private static final String PROFESSIONAL = "P12";

    private final RunningProduct product;
    private final Report report;
    private final int times;

    public WithdrawalBenchmark(RunningProduct product, Report report, Pace pace) {
        this.product = product;
        this.report = report;
        this.times = pace.quick() ? 1 : 25;
    }

    @Override
    public void run() {
        try (var chromium = new Chromium()) {
            var resident = chromium.desk();
            var professional = chromium.desk();
            Chromium.signInResident(resident, product, RESIDENT);
            Chromium.signInProfessional(professional, product, PROFESSIONAL);
            writeSomething(resident);
            for (var time = 0; time < times; time++) {
                ask(professional, shareCode(resident));
                give(resident);
                open(professional);
                report.add(CLOSED, secondsUntilClosed(resident, professional));
            }
            report.aim(CLOSED, Aim.atMost(5));
        }
    }

    private void writeSomething(Page resident) {
        resident.navigate(product.resident() + "/mijn/dossier/nieuw");
        resident.getByTestId("entry-section").selectOption("gezondheid");
        resident.getByTestId("entry-title").fill("Hoe het met mij gaat");
        resident.getByTestId("entry-text").fill("Ik slaap slecht sinds de zomer.");
        resident.getByTestId("entry-save").click();
        resident.getByTestId("entry").first().waitFor();
    }

    private String shareCode(Page resident) {
        resident.navigate(product.resident() + "/mijn/toegang");
        return resident.getByTestId("share-code").first().innerText().strip();
    }

    private void ask(Page professional, String code) {
        professional.navigate(product.workspace() + "/werkplek");
        professional.getByTestId("find-code").first().fill(code);
        professional.getByTestId("find-submit").first().click();
        professional.getByTestId("request-section-gezondheid").check();
        professional.getByTestId("request-purpose").fill("Samen bespreken welke hulp in huis past.");
        professional.getByTestId("request-send").click();
        professional.waitForURL(Pattern.compile(".*/werkplek/verzoeken.*"));
    }

    private void give(Page resident) {
        resident.navigate(product.resident() + "/mijn/toegang");
        resident.getByTestId("access-request-review").first().click();
        resident.getByTestId("grant-section-gezondheid").check();
        resident.getByTestId("grant-check").click();
        resident.getByTestId("grant-confirm").click();
        resident.getByTestId("grant-receipt").waitFor();
    }

    private void open(Page professional) {
        professional.navigate(product.workspace() + "/werkplek/dossiers");
        professional.getByTestId("dossier-row").first().click();
        professional.getByTestId("entry-text").first().waitFor();
    }

    private double secondsUntilClosed(Page resident, Page professional) {
        resident.navigate(product.resident() + "/mijn/toegang");
        resident.getByTestId("grant-stop").first().click();
        resident.getByTestId("grant-stop-confirm").click();
        var begin = System.nanoTime();
        professional.getByTestId("access-closed").waitFor();
        var took = (System.nanoTime() - begin) / 1e9;
        professional
                .getByTestId("entry-text")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return took;
    }
}
