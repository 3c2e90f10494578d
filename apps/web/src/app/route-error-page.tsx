import { Button, Result } from 'antd';
import { FormattedMessage } from 'react-intl';

/** Shown when a page breaks, or when its chunk is gone because the server was upgraded meanwhile: reload mends both. */
export function RouteErrorPage() {
  return (
    <Result
      status="warning"
      title={
        <h1>
          <FormattedMessage id="problem.page" />
        </h1>
      }
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          <FormattedMessage id="action.reload" />
        </Button>
      }
    />
  );
}
