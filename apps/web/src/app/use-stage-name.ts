import { useIntl } from 'react-intl';

/** The names of the stages of a competition whose file names none: the service's own words, and so translated. */
const OWN = { self: 'Tự chấm', cluster: 'Cụm chấm', office: 'Thẩm định' } as const;

/** Names a stage to the reader; names that a file gives are the same in every language. */
export function useStageName(): (stage: { code: string; name: string }) => string {
  const { formatMessage } = useIntl();
  return ({ code, name }) => {
    const own = Object.hasOwn(OWN, code) ? (code as keyof typeof OWN) : undefined;
    return own !== undefined && OWN[own] === name ? formatMessage({ id: `stage.${own}` }) : name;
  };
}
