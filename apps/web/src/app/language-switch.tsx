import { App, Button } from 'antd';
import { useIntl } from 'react-intl';
import { useLanguage } from '../i18n/language-provider.js';
import styles from './shell.module.css';

/** Named in the language it leads to, so that a person who cannot read the present one finds it. */
export function LanguageSwitch({ onRed = true }: { onRed?: boolean }) {
  const { language, choose } = useLanguage();
  const { message } = App.useApp();
  const { formatMessage } = useIntl();
  const other = language === 'vi' ? 'en' : 'vi';
  const change = async () => {
    try {
      await choose(other);
    } catch {
      // Its words are fetched when they are asked for.
      message.error(formatMessage({ id: 'problem.network' }));
    }
  };
  return (
    <Button type="text" className={onRed ? styles.onRed : undefined} lang={other} onClick={() => void change()}>
      {other === 'vi' ? 'Tiếng Việt' : 'English'}
    </Button>
  );
}
