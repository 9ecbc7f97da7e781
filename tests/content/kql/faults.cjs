// Reads a JSON list of queries, prints a JSON list of what Kusto's own parser has against each.
require("@kusto/language-service-next/bridge.js");
require("@kusto/language-service-next/Kusto.Language.Bridge.js");

const faults = (query) => {
  const found = Kusto.Language.KustoCode.Parse(query).GetDiagnostics();
  const texts = [];
  for (let index = 0; index < found.Count; index += 1) {
    texts.push(found.getItem(index).Message);
  }
  return texts;
};

const queries = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(queries.map(faults)));
