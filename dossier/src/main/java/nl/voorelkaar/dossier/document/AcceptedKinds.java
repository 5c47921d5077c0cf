package nl.voorelkaar.dossier.document;

import java.util.Arrays;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.FileKinds;
import org.springframework.stereotype.Component;

@Component
class AcceptedKinds implements FileKinds {

    @Override
    public Kind of(String fileName, byte[] content) {
        if (content.length == 0) {
            throw new DocumentRefused(DocumentRefused.Reason.EMPTY);
        }
        var name = FileName.of(fileName);
        var head = content.length > MediaTypes.HEAD ? Arrays.copyOf(content, MediaTypes.HEAD) : content;
        return new Kind(name.text(), MediaTypes.of(head, name).type());
    }
}
