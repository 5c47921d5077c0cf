package nl.bench.pages;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.Route;
import java.util.stream.IntStream;

/** What a session of Vaadin costs at least: a heading, a button, four fields, and a list of 200 that is read lazily. */
@Route("")
public class PlainView extends Div {

    static final String BUTTON = "Klik";
    static final String EFFECT = "keer";

    private static final int ROWS = 200;

    private int clicks;

    public PlainView() {
        var told = new Div();
        var grid = new Grid<Integer>();
        grid.addColumn(row -> row);
        grid.addColumn(row -> "naam " + row);
        grid.addColumn(row -> "plaats " + row);
        grid.setItems(DataProvider.fromCallbacks(
                query -> IntStream.range(query.getOffset(), Math.min(ROWS, query.getOffset() + query.getLimit()))
                        .boxed(),
                query -> ROWS));
        add(
                new H1("Een gewone bladzijde"),
                new NativeButton(BUTTON, click -> told.setText(++clicks + " " + EFFECT)),
                told,
                new TextField("Voornaam"),
                new TextField("Achternaam"),
                new TextField("Straat"),
                new TextField("Plaats"),
                grid);
    }
}
