import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import { parse } from "yaml";

// The description of the API, and a judge of answers by it.
export const descriptionPath = fileURLToPath(new URL("../../web/openapi.yaml", import.meta.url));
export const description = parse(readFileSync(descriptionPath, "utf8"));

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });
ajv.addSchema(description, "api");

const pointer = (parts) =>
  parts
    .map((part) => part.replace(/~/g, "~0").replace(/\//g, "~1"))
    .map(encodeURIComponent)
    .join("/");

function schemaOf(path, method, status, type) {
  const responses = description.paths[path][method].responses;
  const key = responses[status] ? String(status) : "default";
  const named = responses[key].$ref;
  const place = named ? named.slice(2).split("/") : ["paths", path, method, "responses", key];
  const content = place.reduce((at, part) => at[part], description).content?.[type];
  return content?.schema && { $ref: `api#/${pointer([...place, "content", type, "schema"])}` };
}

// What is wrong with an answer to `method` on the described `path`, or "".
export function wrongIn(path, method, status, type, body) {
  const schema = schemaOf(path, method, status, type);
  if (!schema)
    return status === 204 || body === undefined ? "" : `${method} ${path} ${status}: ${type} is not described`;
  const judge = ajv.getSchema(schema.$ref) ?? ajv.compile(schema);
  return judge(body) ? "" : `${method} ${path} ${status}: ${ajv.errorsText(judge.errors)}`;
}
