// A second reader of bundles, written from the README in the bundle alone, on nothing but node: node verify.js bundle.zip KEY
'use strict';
const crypto = require('crypto');
const fs = require('fs');

const sha = (...pieces) => pieces.reduce((hash, piece) => hash.update(piece), crypto.createHash('sha256')).digest();
const fail = (why) => { console.log('FAILS ' + why); process.exit(1); };
const same = (one, other, why) => { if (!one.equals(other)) fail(why); };

function unzip(bytes) {
  const files = new Map();
  let at = 0;
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    const size = bytes.readUInt32LE(at + 18);
    const name = bytes.readUInt16LE(at + 26);
    const start = at + 30 + name + bytes.readUInt16LE(at + 28);
    files.set(bytes.toString('utf8', at + 30, at + 30 + name), bytes.subarray(start, start + size));
    at = start + size;
  }
  return files;
}

// Climbs from the leaf by the bits of its index, as RFC 9162, 2.1.3.2 has it.
function root(leaf, index, size, path) {
  let node = BigInt(index);
  let last = BigInt(size) - 1n;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0n) fail('the path is too long');
    if (node & 1n || node === last) {
      hash = sha(Buffer.from([1]), sibling, hash);
      while (!(node & 1n) && node !== 0n) { node >>= 1n; last >>= 1n; }
    } else {
      hash = sha(Buffer.from([1]), hash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  if (last !== 0n) fail('the path is too short');
  return hash;
}

function signed(note, vkey) {
  const cut = note.lastIndexOf('\n\n');
  const text = note.slice(0, cut + 1);
  const [name, id, typed] = vkey.split('+').length > 3
    ? [vkey.split('+')[0], vkey.split('+')[1], vkey.split('+').slice(2).join('+')] : vkey.split('+');
  const key = crypto.createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(typed, 'base64').subarray(1)]),
    format: 'der', type: 'spki' });
  return note.slice(cut + 2).split('\n').filter((line) => line.startsWith('\u2014 ' + name + ' ')).some((line) => {
    const signature = Buffer.from(line.split(' ')[2], 'base64');
    return signature.subarray(0, 4).toString('hex') === id
      && crypto.verify(null, Buffer.from(text), key, signature.subarray(4));
  });
}

const files = unzip(fs.readFileSync(process.argv[2]));
const read = (name) => files.get(name) || fail(name + ' is missing');
const hex = (digest) => Buffer.from(digest.replace('sha-256:', ''), 'hex');

for (const line of read('SHA256SUMS').toString().trim().split('\n')) {
  same(sha(read(line.slice(66))), Buffer.from(line.slice(0, 64), 'hex'), 'the sum of ' + line.slice(66));
}
const edition = JSON.parse(read('edition.json'));
same(sha(read('figures.json')), hex(edition.figures), 'the figures');
for (const file of edition.files) {
  same(sha(read(`files/edition${file.language ? '-' + file.language : ''}.${file.format}`)), hex(file.digest), file.format);
}
const folders = [...files.keys()].filter((name) => name.endsWith('/leaf.json')).map((name) => name.slice(0, -9));
if (folders.length === 0) fail('there is no leaf');
for (const folder of folders) {
  const statement = files.get(folder + 'edition.json') || read('edition.json');
  const leaf = read(folder + 'leaf.json');
  const salt = Buffer.from(read(folder + 'salt').toString().trim(), 'hex');
  same(sha(salt, sha(statement)), hex(JSON.parse(leaf).commitment), 'the commitment');
  const [head, ...rest] = read(folder + 'leaf.tlog-proof').toString().split('\n\n');
  const checkpoint = rest.join('\n\n');
  const [, index, ...path] = head.split('\n');
  const [, size, treeRoot] = checkpoint.split('\n');
  same(root(sha(Buffer.from([0]), leaf), index.slice(6), size, path.map((hash) => Buffer.from(hash, 'base64'))),
    Buffer.from(treeRoot, 'base64'), 'the path');
  if (!signed(checkpoint, process.argv[3])) fail('the signature');
}
console.log('holds ' + folders.length);
