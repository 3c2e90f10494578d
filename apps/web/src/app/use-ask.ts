import { App, type ModalFuncProps } from 'antd';

/** Asks before something is lost or sent. The answer that changes nothing has the focus, so that Enter does no harm. */
export function useAsk(): (question: ModalFuncProps) => { destroy: () => void } {
  const { modal } = App.useApp();
  return (question) => modal.confirm({ ...question, focusable: { autoFocusButton: 'cancel' } });
}
