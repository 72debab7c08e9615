// Holds the manifests of the file MANIFESTS (a JSON array) to every rule that Monokle brings along, and prints what it finds as a JSON array.
import fs from "fs";
import {
  AnnotationSuppressor, DisabledFixer, MonokleValidator, RemotePluginLoader, requireFromStringCustomPluginLoader, ResourceParser, SchemaLoader,
} from "@monokle/validation";

const PLUGINS = ["yaml-syntax", "pod-security-standards", "practices", "resource-links"];

const manifests = JSON.parse(fs.readFileSync(process.env.MANIFESTS, "utf8"));
const resources = manifests.map((content) => ({
  id: `${content.kind}/${content.metadata.name}`,
  fileId: "manifests",
  filePath: `${content.kind}/${content.metadata.name}`,
  fileOffset: 0,
  name: content.metadata.name,
  apiVersion: content.apiVersion,
  kind: content.kind,
  namespace: content.metadata.namespace,
  content,
  text: JSON.stringify(content, null, 2),
}));

const validator = new MonokleValidator(
  {
    loader: new RemotePluginLoader(requireFromStringCustomPluginLoader),
    parser: new ResourceParser(),
    schemaLoader: new SchemaLoader(),
    suppressors: [new AnnotationSuppressor()],
    fixer: new DisabledFixer(),
  },
  {},
);
const config = { plugins: Object.fromEntries(PLUGINS.map((plugin) => [plugin, true])) };
await validator.preload(config);
const rules = validator
  .getPlugins()
  .filter((plugin) => PLUGINS.includes(plugin.metadata.name))
  .flatMap((plugin) => plugin.rules.map((rule) => `${plugin.metadata.name}/${rule.name}`));
await validator.preload({ ...config, rules: Object.fromEntries(rules.map((rule) => [rule, "err"])) });

const response = await validator.validate({ resources });
const findings = response.runs.flatMap((run) => run.results).map((result) => ({
  rule: result.ruleId,
  resource: result.locations[1]?.physicalLocation?.artifactLocation?.uri,
  message: result.message.text,
}));
console.log(JSON.stringify({ rules, findings }));
