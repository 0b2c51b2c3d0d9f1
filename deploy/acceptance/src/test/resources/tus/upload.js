// Sends a file by tus-js-client, breaking the line off on the way: node upload.js ENDPOINT TOKEN FILE METADATA_JSON
const fs = require('fs');
const crypto = require('crypto');
const tus = require('tus-js-client');

const [endpoint, token, path, metadata] = process.argv.slice(2);
const file = fs.readFileSync(path);
const digest = crypto.createHash('sha256').update(file).digest('hex');

function send(url, stopAt) {
  return new Promise((resolve, reject) => {
    let stopped = false;
    const upload = new tus.Upload(fs.createReadStream(path), {
      endpoint,
      uploadUrl: url,
      uploadSize: file.length,
      chunkSize: 100000,
      retryDelays: [0, 200, 1000, 3000],
      headers: { Authorization: 'Bearer ' + token },
      metadata: { ...JSON.parse(metadata), captureDigest: digest },
      onError: reject,
      onSuccess: () => resolve(upload.url),
      onProgress: (sent) => {
        if (stopAt && !stopped && sent >= stopAt) {
          stopped = true;
          upload.abort().then(() => resolve(upload.url), reject);
        }
      },
    });
    upload.start();
  });
}

(async () => {
  const url = await send(null, file.length / 3);
  const before = await fetch(url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0', Authorization: 'Bearer ' + token } });
  const offset = Number(before.headers.get('upload-offset'));
  await send(url, null);
  const after = await fetch(url, { headers: { Authorization: 'Bearer ' + token } });
  console.log(JSON.stringify({ url, resumedAt: offset, digest: 'sha-256:' + digest, ...(await after.json()) }));
})().catch((error) => {
  console.error(String(error));
  process.exit(1);
});
