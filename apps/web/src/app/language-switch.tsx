import { Button } from 'antd';
import { useLanguage } from '../i18n/language-provider.js';
import styles from './shell.module.css';

/** Named in the language it leads to, so that a person who cannot read the present one finds it. */
export function LanguageSwitch({ onRed = true }: { onRed?: boolean }) {
  const { language, choose } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Button type="text" className={onRed ? styles.onRed : undefined} lang={other} onClick={() => void choose(other)}>
      {other === 'vi' ? 'Tiếng Việt' : 'English'}
    </Button>
  );
}
