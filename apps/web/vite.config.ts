import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The built page is served by the API process itself, so everything is same-origin and no asset comes from elsewhere. */
export default defineConfig({
  plugins: [react()],
  build: {
    // What the machines of a district office run: the last Chrome for Windows 7, and browsers of its time.
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Our own modules that several pages share make one file in place of a dozen tiny ones. The packages are
            // left to split by page: a person who reads the board does not load what only forms need.
            { name: 'shared', test: /apps[\\/]web[\\/]src[\\/]/, minShareCount: 2, maxModuleSize: 20_000 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
