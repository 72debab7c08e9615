package io.keyward.e2e.settings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** The {@code @ConfigMapping} interfaces of one module, as its sources have them: with their Javadoc. */
final class SettingSources {
    private final Map<String, Declared> enums = new HashMap<>();
    private final List<Declared> mappings = new ArrayList<>();

    private SettingSources() {}

    /** @param neighbours all types of the same file by their simple names, of which several files may have the same one */
    private record Declared(ClassTree tree, Map<MethodTree, String> docs, Map<String, Declared> neighbours) {}

    /** All settings that a module declares, sorted by property. */
    static List<Setting> of(Path module) {
        SettingSources sources = new SettingSources();
        Path main = module.resolve("src/main/java");
        try (Stream<Path> files = Files.walk(main)) {
            sources.parse(files.filter(file -> file.toString().endsWith(".java"))
                    .filter(SettingSources::declaresSettingsOrValues)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources.mappings.stream()
                .flatMap(mapping -> sources.settings(
                        mapping,
                        annotation(mapping.tree().getModifiers(), "ConfigMapping")
                                .orElseThrow()))
                .collect(Collectors.toMap(Setting::property, setting -> setting, Setting::clearer, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private static boolean declaresSettingsOrValues(Path file) {
        try {
            return Files.readString(file).matches("(?s).*(@ConfigMapping\\(|\\benum \\w+).*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void parse(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Finder(docs).scan(unit, null);
            }
        }
    }

    private final class Finder extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final Map<String, Declared> neighbours = new HashMap<>();

        Finder(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            Map<MethodTree, String> told = new HashMap<>();
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method) {
                    told.put(method, markdown(docs.getDocComment(new TreePath(getCurrentPath(), method))));
                }
            }
            Declared declared = new Declared(type, told, neighbours);
            if (type.getKind() == Tree.Kind.ENUM) {
                enums.putIfAbsent(type.getSimpleName().toString(), declared);
            }
            neighbours.put(type.getSimpleName().toString(), declared);
            if (annotation(type.getModifiers(), "ConfigMapping").isPresent()) {
                mappings.add(declared);
            }
            return super.visitClass(type, unused);
        }
    }

    private Stream<Setting> settings(Declared type, String prefix) {
        Stream<Setting> inherited = type.tree().getImplementsClause().stream()
                .map(parent -> type.neighbours().get(parent.toString()))
                .flatMap(parent -> settings(parent, prefix));
        Stream<Setting> own = type.tree().getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(SettingSources::isSetting)
                .flatMap(method -> settings(type, method, prefix));
        return Stream.concat(inherited, own);
    }

    /** Those with a body are for those who use the settings, and none themselves. */
    private static boolean isSetting(MethodTree method) {
        return method.getBody() == null && !method.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private Stream<Setting> settings(Declared type, MethodTree method, String prefix) {
        String written = method.getReturnType().toString();
        String within = element(element(written));
        String name = annotation(method.getModifiers(), "WithParentName").isPresent()
                ? prefix
                : prefix + "."
                        + annotation(method.getModifiers(), "WithName")
                                .orElseGet(() -> kebab(method.getName().toString()));
        while (within.startsWith("Map<")) {
            name += ".<name>";
            within = element(within.substring(within.indexOf(',') + 1, within.length() - 1)
                    .strip());
        }
        // An enum among the sources has no methods that are settings, and is a value.
        Declared group = type.neighbours().get(within);
        if (group != null && group.tree().getKind() == Tree.Kind.INTERFACE) {
            return written.startsWith("Optional")
                    ? settings(group, name).map(Setting::inAGroup)
                    : settings(group, name);
        }
        return Stream.of(new Setting(
                name,
                typeInWords(written, within, enums.get(within)),
                annotation(method.getModifiers(), "WithDefault")
                        .orElse(written.startsWith("Optional") || written.startsWith("Map") ? "" : "required"),
                type.docs().get(method)));
    }

    private static String element(String type) {
        return type.replaceAll("^(Optional|List|Set)<(.*)>$", "$2");
    }

    private static String typeInWords(String written, String within, Declared group) {
        String value =
                switch (within) {
                    case "String" -> "text";
                    case "int", "Integer", "long", "Long", "short" -> "number";
                    case "double" -> "fraction";
                    case "boolean", "Boolean" -> "`true`, `false`";
                    case "Duration" -> "duration";
                    case "MemorySize" -> "size";
                    case "Path" -> "file";
                    case "URI" -> "address";
                    default -> group == null ? "one of " + within : constants(group);
                };
        return written.contains("List<") || written.contains("Set<") ? value + ", several" : value;
    }

    private static String constants(Declared type) {
        String itself = type.tree().getSimpleName().toString();
        return type.tree().getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(member -> member.getType().toString().equals(itself))
                .map(constant -> "`"
                        + constant.getName().toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> annotation(ModifiersTree modifiers, String name) {
        return modifiers.getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .findFirst()
                .map(SettingSources::argument);
    }

    private static String argument(AnnotationTree annotation) {
        return annotation.getArguments().stream()
                .map(Object::toString)
                .map(argument -> argument.replaceAll("^\\w+ = ", "").replaceAll("^\"|\"$", ""))
                .findFirst()
                .orElse("");
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String markdown(String javadoc) {
        return javadoc == null
                ? ""
                : withoutTags(javadoc)
                        .replaceAll("\\{@code ([^{}]*(?:\\{[^{}]*}[^{}]*)*)}", "`$1`")
                        .replaceAll("\\{@link #?([^}]*?)(\\(\\))?}", "`$1`")
                        .replaceAll("</?code>", "`")
                        .replaceAll("\\s+", " ")
                        .replace("|", "\\|")
                        .strip();
    }

    private static String withoutTags(String javadoc) {
        return javadoc.replaceAll("(?s)\n\\s*@[a-z].*", "");
    }
}
