import { Radio } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Sheet } from '../../api/types.js';
import { SafeDialog } from '../../app/safe-dialog.js';
import { criteriaOf } from './collect-entries.js';
import type { Drafts } from './draft.js';
import { DraftText } from './draft-text.js';
import { applyChoices, findDifferences, type Choices } from './merge-versions.js';
import styles from './sheet.module.css';

interface Props {
  base: Drafts;
  mine: Drafts;
  /** The sheet as somebody else saved it meanwhile. */
  current: Sheet;
  merge(current: Sheet, drafts: Drafts): void;
  leave(): void;
}

/**
 * Two people have changed one sheet. Both versions stand side by side for every criterion they differ in, and nothing
 * is stored until the person has chosen: where only one of them changed a criterion that one is preset, where both
 * did nothing is.
 */
export function ConflictDialog({ base, mine, current, merge, leave }: Props) {
  const { formatMessage } = useIntl();
  const differences = findDifferences(base, mine, current);
  const [chosen, setChosen] = useState<Choices>({});
  const choiceOf = (code: string, suggested: 'mine' | 'theirs' | null) => chosen[code] ?? suggested;
  const open = differences.filter(({ code, suggested }) => choiceOf(code, suggested) === null).length;
  const criteria = new Map(criteriaOf(current).map((criterion) => [criterion.code, criterion]));

  const apply = () => {
    const choices = Object.fromEntries(
      differences.flatMap(({ code, suggested }) => {
        const choice = choiceOf(code, suggested);
        return choice === null ? [] : [[code, choice] as const];
      }),
    );
    merge(current, applyChoices(current, differences, choices));
  };

  return (
    <SafeDialog
      width={900}
      title={<FormattedMessage id="conflict.title" />}
      okText={formatMessage({ id: 'conflict.apply' })}
      okButtonProps={{ disabled: open > 0, 'data-testid': 'conflict-apply' }}
      cancelText={formatMessage({ id: 'conflict.later' })}
      onOk={apply}
      onCancel={leave}
    >
      <p>
        <FormattedMessage id={differences.length === 0 ? 'conflict.same' : 'conflict.text'} />
      </p>
      <div data-testid="conflict" className={styles.conflict}>
        {differences.map(({ code, name, mine: own, theirs, suggested }) => (
          <fieldset key={code} className={styles.difference}>
            <legend>
              {code} {name}
            </legend>
            <Radio.Group
              className={styles.versions}
              value={choiceOf(code, suggested)}
              onChange={(event) => setChosen({ ...chosen, [code]: event.target.value as 'mine' | 'theirs' })}
            >
              {(['mine', 'theirs'] as const).map((side) => (
                <Radio key={side} value={side} data-testid={`${side}-${code}`}>
                  <span className={styles.side}>
                    <FormattedMessage id={`conflict.${side}`} />
                  </span>
                  <DraftText criterion={criteria.get(code) ?? null} draft={side === 'mine' ? own : theirs} />
                </Radio>
              ))}
            </Radio.Group>
          </fieldset>
        ))}
      </div>
      {open > 0 && (
        <p className={styles.unsaved}>
          <FormattedMessage id="conflict.open" values={{ n: open }} />
        </p>
      )}
    </SafeDialog>
  );
}
