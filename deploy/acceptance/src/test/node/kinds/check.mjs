// Reads an array of documents, and prints one of {index, pointer, message}; a document of a kind that no package has is not looked at.
import { readFileSync } from "node:fs";

const packages = {
  "gateway.networking.k8s.io": "@kubernetes-models/gateway-api/gateway.networking.k8s.io",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator/monitoring.coreos.com",
  "networking.k8s.io": "kubernetes-models/networking.k8s.io",
};

async function modelOf({ apiVersion, kind }) {
  const [group, version] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
  const folder = packages[group] ?? `kubernetes-models/${group}`;
  const path = `${folder}/${version}`.replace("//", "/");
  return (await import(path))[kind];
}

const faults = [];
const documents = JSON.parse(readFileSync(0, "utf8"));
for (const [index, document] of documents.entries()) {
  const model = await modelOf(document);
  try {
    new model(document).validate();
  } catch (error) {
    if (!error.errors) throw error;
    for (const each of error.errors) {
      faults.push({ index, pointer: each.instancePath, message: each.message });
    }
  }
}
console.log(JSON.stringify(faults));
