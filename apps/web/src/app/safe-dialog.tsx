import { Modal, type ModalProps } from 'antd';
import { useId } from 'react';

interface Props extends Omit<ModalProps, 'open' | 'mask' | 'afterOpenChange'> {
  /** What has the focus at first where there is something to type; else it is the button that changes nothing. */
  focusId?: string;
}

/**
 * A question whose answer cannot be undone. Enter, pressed before anybody has read it, must do no harm; nor a click beside
 * it, the second one of a double click for instance.
 */
export function SafeDialog({ focusId, cancelButtonProps, ...props }: Props) {
  const cancelId = useId();
  return (
    <Modal
      {...props}
      open
      mask={{ closable: false }}
      cancelButtonProps={{ ...cancelButtonProps, id: cancelId }}
      afterOpenChange={(open) => {
        if (open) document.getElementById(focusId ?? cancelId)?.focus();
      }}
    />
  );
}
