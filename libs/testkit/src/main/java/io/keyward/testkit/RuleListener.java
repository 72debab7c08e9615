package io.keyward.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes {@code target/rules/<class>.txt}: one line {@code <rule> passed|failed <test>} per rule of each test that ran; one that is left out because
 * something is not installed neither proves nor refutes. Found by JUnit as a service in every module that has this library among its tests.
 */
public final class RuleListener implements TestExecutionListener {
    private final Map<String, List<String>> linesByClass = new ConcurrentHashMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        TestSource source = test.getSource().orElse(null);
        boolean didRun = result.getStatus() != Status.ABORTED;
        if (!didRun || !test.isTest() || !(source instanceof MethodSource method)) {
            return;
        }
        String outcome = result.getStatus() == Status.SUCCESSFUL ? "passed" : "failed";
        for (String rule : rulesOf(method)) {
            String line = rule + " " + outcome + " " + method.getMethodName();
            linesByClass
                    .computeIfAbsent(method.getClassName(), name -> new CopyOnWriteArrayList<>())
                    .add(line);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        try {
            Path folder = Path.of("target", "rules");
            for (Map.Entry<String, List<String>> entry : linesByClass.entrySet()) {
                Files.createDirectories(folder);
                Files.write(folder.resolve(entry.getKey() + ".txt"), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the results of the numbered rules could not be written", e);
        }
    }

    private static Set<String> rulesOf(MethodSource source) {
        Set<String> rules = new LinkedHashSet<>(valuesOn(source.getJavaMethod()));
        rules.addAll(valuesOn(source.getJavaClass()));
        return rules;
    }

    /** By name, not by class: the tests of an application live in another class loader than this listener, and so does their annotation. */
    private static List<String> valuesOn(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (type.getName().equals(Rule.class.getName())) {
                try {
                    return List.of((String[]) type.getMethod("value").invoke(annotation));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("@Rule without a value", e);
                }
            }
        }
        return List.of();
    }
}
