import { Alert, Button } from 'antd';
import { FormattedMessage } from 'react-intl';
import { referenceOf, useProblemText } from './use-problem-text.js';

/** What stands in the place of content that could not be read. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const text = useProblemText();
  const reference = referenceOf(error);
  return (
    <Alert
      className="page-failure"
      type="error"
      showIcon
      title={text(error)}
      description={reference === null ? undefined : <FormattedMessage id="problem.reference" values={{ reference }} />}
      action={
        <Button onClick={retry}>
          <FormattedMessage id="action.retry" />
        </Button>
      }
    />
  );
}
