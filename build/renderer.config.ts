import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const PROJECT_DIR = join(import.meta.dirname, '..');

/** How the screens are bundled: `vite build --config build/renderer.config.ts`, into dist/renderer. */
export default defineConfig({
  root: join(PROJECT_DIR, 'renderer'),
  base: './', // one bundle for http://127.0.0.1:PORT and for the desktop's own scheme
  plugins: [react(), woff2Only()],
  build: {
    outDir: join(PROJECT_DIR, 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    // The polyfill is an inline script, which `script-src 'self'` refuses; every Chromium we run in has preload.
    modulePreload: { polyfill: false },
    // One file by choice: split by screen, the page was on screen no sooner, and a screen opened while the station was
    // being restarted would have had to wait for its file.
    chunkSizeWarningLimit: 1000,
    assetsInlineLimit: 0, // fonts and pictures stay files: the page's policy has no data: for them
  },
});

/** The font package names an old .woff beside every .woff2; no browser that we run in would ever ask for it. */
function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]@fontsource[\\/].+\.css$/.test(id)) return null;
      return code.replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, '');
    },
  };
}
