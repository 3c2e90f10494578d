export type Language = 'vi' | 'en';

/**
 * The language of the answer by the request's Accept-Language: English where it is preferred to Vietnamese
 * (or named alone), Vietnamese otherwise.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'vi';
  const weights = { vi: 0, en: 0 };
  for (const range of acceptLanguage.split(',')) {
    const [tag = '', ...params] = range.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    if (language !== 'vi' && language !== 'en') continue;
    const quality = params.map((param) => param.trim()).find((param) => param.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (weight > weights[language]) weights[language] = weight;
  }
  return weights.en > weights.vi ? 'en' : 'vi';
}
