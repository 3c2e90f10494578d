import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Spin, Upload } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { boardQuery } from '../../api/campaigns.js';
import { draftRuleSet, previewRuleSet, ruleSetsQuery, withdrawRuleSet } from '../../api/rule-sets.js';
import type { RuleSet, RuleSetPreview } from '../../api/types.js';
import { Failure } from '../../app/failure.js';
import { useAsk } from '../../app/use-ask.js';
import { useProblemText } from '../../app/use-problem-text.js';
import { useTitle } from '../../app/use-title.js';
import { formatMoment } from '../../format/date.js';
import { ApplyDialog } from './apply-dialog.js';
import { FileFaults } from './file-faults.js';
import { Preview } from './preview.js';
import styles from './rules.module.css';

/** The standing office's page of the rules: every version, and the way from a draft over its comparison into force. */
export function RulesPage() {
  const { campaign = '' } = useParams();
  const { formatMessage } = useIntl();
  const { message } = App.useApp();
  const ask = useAsk();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const ruleSets = useQuery(ruleSetsQuery(campaign));
  const board = useQuery({ ...boardQuery(campaign), refetchInterval: false });
  const title = formatMessage({ id: 'rules.title' });
  useTitle(board.data === undefined ? title : `${title} – ${board.data.campaign.name}`);
  const [shown, setShown] = useState<RuleSetPreview | null>(null);
  const [applying, setApplying] = useState(false);
  const readAgain = () => queries.invalidateQueries({ queryKey: ruleSetsQuery(campaign).queryKey });
  const failed = (error: unknown) => void message.error(problemText(error));

  const preview = useMutation({
    mutationFn: (number: number) => previewRuleSet(campaign, number),
    onSuccess: setShown,
    onError: failed,
  });
  const draft = useMutation({
    mutationFn: async (file: File) =>
      draftRuleSet(campaign, await file.text(), file.name.endsWith('.json') ? 'json' : 'yaml'),
    onSuccess: async ({ number }) => {
      await readAgain();
      preview.mutate(number);
    },
  });
  const withdraw = useMutation({
    mutationFn: (number: number) => withdrawRuleSet(campaign, number),
    onSuccess: () => setShown(null),
    onError: failed,
    onSettled: readAgain,
  });

  if (ruleSets.isPending) return <Spin className="page-spin" size="large" />;
  if (ruleSets.isError && ruleSets.data === undefined) {
    return <Failure error={ruleSets.error} retry={() => void ruleSets.refetch()} />;
  }
  const askToWithdraw = ({ number }: RuleSet) =>
    ask({
      title: formatMessage({ id: 'rules.withdrawTitle' }, { number }),
      content: formatMessage({ id: 'rules.withdrawText' }),
      okText: formatMessage({ id: 'rules.withdraw' }),
      cancelText: formatMessage({ id: 'action.keep' }),
      onOk: () => withdraw.mutateAsync(number).catch(() => undefined),
    });
  return (
    <>
      <h1>{title}</h1>
      {board.data !== undefined && <p className={styles.competition}>{board.data.campaign.name}</p>}
      <p className="muted">
        <FormattedMessage id="rules.intro" />
      </p>
      <Upload
        accept=".yaml,.yml,.json"
        showUploadList={false}
        beforeUpload={(file) => {
          draft.mutate(file);
          return false;
        }}
      >
        <Button type="primary" loading={draft.isPending} data-testid="draft">
          <FormattedMessage id="rules.draft" />
        </Button>
      </Upload>
      {draft.isError && <FileFaults error={draft.error} />}
      <Versions
        ruleSets={ruleSets.data}
        compare={(number) => preview.mutate(number)}
        comparing={preview.isPending ? preview.variables : null}
        withdraw={askToWithdraw}
      />
      {shown !== null && <Preview preview={shown} apply={() => setApplying(true)} />}
      {shown !== null && applying && (
        <ApplyDialog
          campaign={campaign}
          preview={shown}
          compareAgain={() => {
            setApplying(false);
            preview.mutate(shown.number);
          }}
          done={() => {
            setApplying(false);
            setShown(null);
            message.success(formatMessage({ id: 'rules.applied' }, { number: shown.number }));
            // Whatever is shown anywhere was by the rules before.
            void queries.invalidateQueries();
          }}
          close={() => setApplying(false)}
        />
      )}
    </>
  );
}

interface VersionsProps {
  ruleSets: readonly RuleSet[];
  compare(number: number): void;
  comparing: number | null;
  withdraw(ruleSet: RuleSet): void;
}

const COLUMNS = ['number', 'state', 'basis', 'reason', 'by', 'actions'] as const;

function Versions({ ruleSets, compare, comparing, withdraw }: VersionsProps) {
  return (
    <table className={styles.table} data-testid="versions">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th scope="col" key={column} className={column === 'number' ? styles.number : undefined}>
              <FormattedMessage id={`rules.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ruleSets.map((ruleSet) => (
          <tr key={ruleSet.number}>
            <td className={styles.number}>{ruleSet.number}</td>
            <td>
              <FormattedMessage id={`rules.state.${ruleSet.state}`} />
            </td>
            <td>{ruleSet.basis ?? (ruleSet.appliedAt === null ? '' : <FormattedMessage id="rules.first" />)}</td>
            <td>{ruleSet.reason}</td>
            <td>
              <When {...ruleSet} />
            </td>
            <td>
              {ruleSet.state === 'draft' && (
                <>
                  <Button
                    size="small"
                    loading={comparing === ruleSet.number}
                    data-testid={`compare-${ruleSet.number}`}
                    onClick={() => compare(ruleSet.number)}
                  >
                    <FormattedMessage id="rules.compare" />
                  </Button>{' '}
                  <Button size="small" danger onClick={() => withdraw(ruleSet)}>
                    <FormattedMessage id="rules.withdraw" />
                  </Button>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function When({ draftedBy, draftedAt, appliedBy, appliedAt }: RuleSet) {
  const isApplied = appliedAt !== null;
  const by = isApplied ? appliedBy : draftedBy;
  const at = formatMoment(appliedAt ?? draftedAt);
  const done = by === null ? at : `${at} – ${by}`;
  return <FormattedMessage id={isApplied ? 'rules.appliedAt' : 'rules.draftedAt'} values={{ done }} />;
}
