import { QueryClientProvider } from '@tanstack/react-query';
import { App } from 'antd';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './app/query-client.js';
import { router } from './app/routes.js';
import './app/app.css';
import { LanguageProvider, loadCatalogue } from './i18n/language-provider.js';
import { currentLanguage, rememberLanguage } from './i18n/language.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const catalogue = await loadCatalogue(currentLanguage());
rememberLanguage(catalogue.language);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider first={catalogue}>
        <App>
          <RouterProvider router={router} />
        </App>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
