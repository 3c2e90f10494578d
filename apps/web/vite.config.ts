import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.js';

/** The built page is served by the API process itself, so everything is same-origin and no asset comes from elsewhere. */
export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    // What the machines of a district office run: the last Chrome for Windows 7, and browsers of its time.
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few larger files in place of dozens of tiny ones: what several pages share changes seldom and is cached.
          groups: [
            {
              name: 'framework',
              test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack|react-intl|@formatjs|intl-messageformat)[\\/]/,
            },
            { name: 'widgets', test: /node_modules[\\/](antd|@ant-design|@rc-component)[\\/]/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
