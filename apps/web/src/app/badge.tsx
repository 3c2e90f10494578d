import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type Tone = 'neutral' | 'info' | 'attention' | 'good' | 'bad';

/** A short state in a box. The words say it; the tone only helps the eye, and every tone keeps a contrast of 4.5. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>;
}
