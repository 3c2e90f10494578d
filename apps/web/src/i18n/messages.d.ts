import type vi from './vi.json';

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: keyof typeof vi;
    }
    interface IntlConfig {
      locale: 'vi' | 'en';
    }
  }
}
