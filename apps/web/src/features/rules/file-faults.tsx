import { Alert } from 'antd';
import { FormattedMessage } from 'react-intl';
import { ProblemError } from '../../api/problem.js';
import { useProblemText } from '../../app/use-problem-text.js';

/** Why a file was not taken: what is wrong with it, each with its line. */
export function FileFaults({ error }: { error: unknown }) {
  const text = useProblemText();
  const { errors: faults, moreErrors } = error instanceof ProblemError ? error : { errors: [], moreErrors: 0 };
  return (
    <Alert
      type="error"
      showIcon
      data-testid="file-faults"
      title={text(error)}
      description={
        faults.length > 0 && (
          <ul>
            {faults.map(({ path, line, message }) => (
              <li key={`${line} ${path} ${message}`}>
                {line === undefined ? path : <FormattedMessage id="rules.line" values={{ line }} />}: {message}
              </li>
            ))}
            {moreErrors > 0 && (
              <li>
                <FormattedMessage id="rules.moreFaults" values={{ count: moreErrors }} />
              </li>
            )}
          </ul>
        )
      }
    />
  );
}
