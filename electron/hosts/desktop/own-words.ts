/** What Chromium, Electron or a test driver reads out of the command line; not ours, and passed over. */
const CHROMIUM_SWITCHES: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-hardware-acceleration',
  '--force-device-scale-factor',
  '--ozone-platform',
  '--password-store',
  '--remote-debugging-port',
  '--inspect',
  '--require',
];

/**
 * The words of the command line that are meant for us. Packaged, the program is the first word; unpacked, it is the runtime
 * that is followed by its switches and then by our folder.
 */
export function findOwnWords(argv: readonly string[], { isPackaged }: { readonly isPackaged: boolean }): string[] {
  const words = argv.slice(1);
  const folderAt = words.findIndex((word, index) => !word.startsWith('-') && words[index - 1] !== '-r');
  const own = isPackaged ? words : words.slice(folderAt + 1);
  return own.filter((word) => !CHROMIUM_SWITCHES.includes(word.split('=', 1).join('')));
}
