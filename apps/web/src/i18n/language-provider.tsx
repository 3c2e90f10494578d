import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { theme } from '../app/theme.js';
import { rememberLanguage, type Language } from './language.js';

export interface Catalogue {
  language: Language;
  messages: Record<string, string>;
  antd: Locale;
}

/** Loads the words of one language, ours and antd's, as a chunk of their own. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const [own, antd] =
    language === 'vi'
      ? await Promise.all([import('./vi.json'), import('antd/es/locale/vi_VN')])
      : await Promise.all([import('./en.json'), import('antd/es/locale/en_US')]);
  return { language, messages: own.default, antd: antd.default };
}

interface LanguageChoice {
  language: Language;
  choose(language: Language): Promise<void>;
}
const LanguageContext = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (choice === null) throw new Error('useLanguage outside LanguageProvider');
  return choice;
}

export function LanguageProvider({ first, children }: { first: Catalogue; children: ReactNode }) {
  const [catalogue, setCatalogue] = useState(first);
  const choice = useMemo(
    () => ({
      language: catalogue.language,
      async choose(language: Language) {
        const next = await loadCatalogue(language);
        rememberLanguage(language);
        setCatalogue(next);
      },
    }),
    [catalogue.language],
  );
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={catalogue.language} messages={catalogue.messages} defaultLocale="vi">
        <ConfigProvider locale={catalogue.antd} theme={theme}>
          {children}
        </ConfigProvider>
      </IntlProvider>
    </LanguageContext>
  );
}
