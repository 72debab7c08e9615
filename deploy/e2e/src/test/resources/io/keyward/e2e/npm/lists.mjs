// Lists what there is with mongodb-atlas-api-client, and prints the answers as one JSON object.
import client from "mongodb-atlas-api-client";

const { BASE_URL: baseUrl, PUBLIC_KEY: publicKey, PRIVATE_KEY: privateKey, PROJECT_ID: projectId } = process.env;
const atlas = client({ baseUrl: `${baseUrl}/api/atlas/v2`, publicKey, privateKey, projectId });

const answers = {
  project: await atlas.project.getById(projectId),
  projects: await atlas.project.getAll({ itemsPerPage: 500 }),
  clusters: await atlas.cluster.getAll(),
  cluster: await atlas.cluster.get(process.env.CLUSTER),
  alerts: await atlas.alert.getAll({ status: "OPEN" }),
  roles: await atlas.cloudProviderAccess.getAll(),
};
console.log(JSON.stringify(answers));
