import styles from './board.module.css';

/** The class a unit was placed in; the best one stands out. Classes come best first. */
export function ClassName({ code, classes }: { code: string | null; classes: { code: string; name: string }[] }) {
  if (code === null) return null;
  const place = classes.findIndex((known) => known.code === code);
  return <span className={place === 0 ? styles.bestClass : undefined}>{classes[place]?.name ?? code}</span>;
}
