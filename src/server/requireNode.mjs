// Loaded with --import before the first TypeScript file. It is plain JavaScript, because a Node that is too
// old cannot read the others and would only print a syntax error.
const neededMajor = 26;
const major = Number(process.versions.node.split('.')[0]);
if (major < neededMajor) {
  console.error(
    `Kabar needs Node ${neededMajor} or newer; this is ${process.version} (${process.execPath}).\n` +
      `"npm ci" brings the right one for Linux, macOS and Windows into node_modules/.bin, and "npm run …" uses it.\n` +
      `Run "npm ci" without --omit=optional, start through npm, or install Node ${neededMajor} from https://nodejs.org.`,
  );
  process.exit(1);
}
