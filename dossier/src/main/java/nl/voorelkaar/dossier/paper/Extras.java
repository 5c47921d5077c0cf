package nl.voorelkaar.dossier.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What a page renderer does not make: files inside (PDF/A-3, ISO 19005-3 6.8) and tagged signature fields (ISO 14289-1
 * 7.18).
 */
final class Extras {

    private Extras() {}

    static void attach(PDDocument pdf, List<Paper.Attachment> attachments, Calendar made) throws IOException {
        if (attachments.isEmpty()) {
            return;
        }
        var named = new LinkedHashMap<String, PDComplexFileSpecification>();
        var associated = new COSArray();
        for (var attachment : attachments) {
            var content = new PDEmbeddedFile(pdf, new ByteArrayInputStream(attachment.content()));
            content.setSubtype(attachment.mediaType());
            content.setSize(attachment.content().length);
            content.setCreationDate(made);
            content.setModDate(made);
            var file = new PDComplexFileSpecification();
            file.setFile(attachment.name());
            file.setFileUnicode(attachment.name());
            file.setFileDescription(attachment.description());
            file.setEmbeddedFile(content);
            file.setEmbeddedFileUnicode(content);
            file.getCOSObject().setName("AFRelationship", "Data");
            if (named.putIfAbsent(attachment.name(), file) != null) {
                throw new IllegalArgumentException("two attachments with one name");
            }
            associated.add(file);
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        var catalog = pdf.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        catalog.getCOSObject().setItem("AF", associated);
    }

    /** Fields without a look of their own on the last page: what is seen of a seal is said in words. */
    static void places(PDDocument pdf, List<Paper.Place> places) throws IOException {
        if (places.isEmpty()) {
            return;
        }
        var form = new PDAcroForm(pdf);
        pdf.getDocumentCatalog().setAcroForm(form);
        var page = pdf.getPage(pdf.getNumberOfPages() - 1);
        page.getCOSObject().setName("Tabs", "S");
        var root = pdf.getDocumentCatalog().getStructureTreeRoot();
        var parents = parents(root);
        var annotations = page.getAnnotations();
        for (var place : places) {
            var field = new PDSignatureField(form);
            field.setPartialName(place.name());
            field.setAlternateFieldName(place.label());
            var widget = field.getWidgets().getFirst();
            widget.setRectangle(new PDRectangle(0, 0));
            widget.setPage(page);
            widget.setPrinted(true);
            var key = root.getParentTreeNextKey();
            widget.setStructParent(key);
            var element = new PDStructureElement(StandardStructureTypes.FORM, document(root));
            element.setPage(page);
            element.setAlternateDescription(place.label());
            var reference = new PDObjectReference();
            reference.setReferencedObject(widget);
            reference.getCOSObject().setItem(COSName.PG, page);
            element.appendKid(reference);
            document(root).appendKid(element);
            parents.put(key, element);
            root.setParentTreeNextKey(key + 1);
            annotations.add(widget);
            form.getFields().add(field);
        }
        page.setAnnotations(annotations);
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
    }

    private static Map<Integer, COSObjectable> parents(PDStructureTreeRoot root) throws IOException {
        var parents = new HashMap<Integer, COSObjectable>();
        var numbers = root.getParentTree().getNumbers();
        if (numbers != null) {
            parents.putAll(numbers);
        }
        return parents;
    }

    private static PDStructureElement document(PDStructureTreeRoot root) {
        return root.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .findFirst()
                .orElseGet(() -> new PDStructureElement((COSDictionary) root.getK()));
    }
}
