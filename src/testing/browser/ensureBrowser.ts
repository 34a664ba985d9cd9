import { findBrowser } from './findBrowser.ts';
import { installBrowser } from './installBrowser.ts';

// Run before the browser tests: prints the path of a Chromium, after installing one where that is possible.
const path = findBrowser() ?? installBrowser();
if (path) {
  console.log(path);
} else {
  console.error(
    'No Chromium was found, and none could be installed. Any one of these helps:\n' +
      '  apt-get install chromium fonts-noto-cjk fonts-noto-color-emoji   (Debian, as root)\n' +
      '  npx playwright install --with-deps chromium\n' +
      '  CHROMIUM_PATH=/path/to/chrome npm test',
  );
  process.exitCode = 1;
}
