import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Cloudscape's fonts come inside its style sheet as data: URLs, which the server's content security
 * policy (default-src 'self') refuses. They become files, loaded only when a weight is used.
 */
function fontsAsFiles(): Plugin {
  return {
    name: 'aftercall-fonts-as-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        const css = String(file.source).replace(
          /url\((['"]?)data:font\/woff2;base64,([A-Za-z0-9+/=]+)\1\)/g,
          (_all, _quote, base64: string) => {
            const source = Buffer.from(base64, 'base64');
            const name = `open-sans-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.woff2`;
            this.emitFile({ type: 'asset', fileName: `assets/${name}`, source });
            return `url(./${name})`;
          },
        );
        if (/url\(['"]?data:/.test(css)) this.error(`${file.fileName} still has a data: URL, which the policy refuses`);
        file.source = css;
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), fontsAsFiles()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    // The server's content security policy allows files of its own only, so nothing may become a data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: true,
  },
  server: {
    proxy: { '/api': 'http://localhost:8484', '/media': 'http://localhost:8484' },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'lint/**/*.test.ts'],
    server: { deps: { inline: [/@cloudscape-design/] } },
    css: false,
    testTimeout: 20_000,
  },
});
