import { Modal, type ModalProps } from 'antd';
import { useEffect, useId } from 'react';

interface Props extends Omit<ModalProps, 'open' | 'mask' | 'afterOpenChange' | 'footer'> {
  /** What has the focus at first where there is something to type; else it is the button that changes nothing. */
  focusId?: string;
  /** There is nothing left to send: all that is offered is to close. */
  onlyClose?: boolean;
}

const closeAlone: ModalProps['footer'] = (_, { CancelBtn }) => <CancelBtn />;

/**
 * A question whose answer cannot be undone. Enter, pressed before anybody has read it, must do no harm; nor a click beside
 * it, the second one of a double click for instance.
 */
export function SafeDialog({ focusId, onlyClose = false, cancelButtonProps, ...props }: Props) {
  const cancelId = useId();
  useEffect(() => {
    // The button that was pressed may have gone, and the focus with it.
    const typing = document.activeElement?.matches('[role="dialog"] :is(input, textarea)') ?? false;
    if (onlyClose && !typing) document.getElementById(cancelId)?.focus();
  }, [onlyClose, cancelId]);
  return (
    <Modal
      {...props}
      open
      mask={{ closable: false }}
      // Left out, not hidden: what is hidden by an attribute, the widgets' own styles show again.
      footer={onlyClose ? closeAlone : undefined}
      cancelButtonProps={{ ...cancelButtonProps, id: cancelId }}
      afterOpenChange={(open) => {
        if (open) document.getElementById(focusId ?? cancelId)?.focus();
      }}
    />
  );
}
