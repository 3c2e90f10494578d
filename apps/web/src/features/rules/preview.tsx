import { Alert, Button } from 'antd';
import { FormattedMessage } from 'react-intl';
import type { RuleSetPreview } from '../../api/types.js';
import { formatDecimal } from '../../format/decimal.js';
import { useLanguage } from '../../i18n/language-provider.js';
import styles from './rules.module.css';

type Shift = { before: string | null; after: string | null } | null;

/** Who would move, gain or lose by a draft, and what of the figures entered would fall away or be wrong. */
export function Preview({ preview, apply }: { preview: RuleSetPreview; apply(): void }) {
  const { number, inForce, applicable, units, awards, dropped, faults } = preview;
  const { language } = useLanguage();
  const isSame = units.length + awards.length === 0 && faults.length === 0;
  return (
    <section className={styles.preview} aria-labelledby="preview-title" data-testid="preview">
      <h2 id="preview-title">
        <FormattedMessage id="rules.previewTitle" values={{ number, inForce }} />
      </h2>
      {faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={<FormattedMessage id="rules.faults" values={{ count: faults.length }} />}
          description={
            <ul>
              {faults.map(({ path, vi, en }) => (
                <li key={path}>{language === 'vi' ? vi : en}</li>
              ))}
            </ul>
          }
        />
      )}
      {dropped.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={<FormattedMessage id="rules.dropped" values={{ count: dropped.length }} />}
          description={
            <ul>
              {dropped.map(({ unit, criterion, stage, round }) => (
                <li key={`${unit.code} ${criterion.code} ${stage.code} ${round}`}>
                  {unit.name}: {criterion.code}. {criterion.name} ({stage.name})
                </li>
              ))}
            </ul>
          }
        />
      )}
      {isSame && (
        <p>
          <FormattedMessage id="rules.same" />
        </p>
      )}
      {units.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {(['unit', 'cluster', 'rank', 'total', 'class'] as const).map((column) => (
                <th key={column} scope="col" className={isNumber(column) ? styles.number : undefined}>
                  <FormattedMessage id={`rules.${column}`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, cluster, rank, total, class: given }) => (
              <tr key={unit.code}>
                <td>{unit.name}</td>
                <td>{cluster.name}</td>
                <td className={styles.number}>
                  <Moved shift={rank} />
                </td>
                <td className={styles.number}>
                  <Moved shift={total && { before: figure(total.before), after: figure(total.after) }} />
                </td>
                <td>
                  <Moved shift={given} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {awards.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {(['reward', 'unit', 'proposal'] as const).map((column) => (
                <th key={column} scope="col">
                  <FormattedMessage id={`rules.${column}`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {awards.map(({ reward, unit, state: { before, after } }) => (
              <tr key={`${reward.code} ${unit.code}`}>
                <td>{reward.name}</td>
                <td>{unit.name}</td>
                <td>
                  <Proposal state={before} /> → <Proposal state={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {applicable && (
        <Button type="primary" data-testid="apply" onClick={apply}>
          <FormattedMessage id="rules.apply" />
        </Button>
      )}
    </section>
  );
}

const isNumber = (column: string): boolean => column === 'rank' || column === 'total';
const figure = (decimal: string | null): string | null => (decimal === null ? null : formatDecimal(decimal));

function Moved({ shift }: { shift: Shift }) {
  if (shift === null) return <span className="muted">–</span>;
  return (
    <>
      {shift.before ?? '–'} → <strong>{shift.after ?? '–'}</strong>
    </>
  );
}

function Proposal({ state }: { state: string | null }) {
  return <FormattedMessage id={`rules.proposal.${(state ?? 'none') as 'none'}`} />;
}
