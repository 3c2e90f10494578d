import type { ThemeConfig } from 'antd';

/** Fonts of the device only: all of them carry Vietnamese, and nothing is fetched from elsewhere. */
export const fontFamily = '"Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5394',
    colorLink: '#0b5394',
    colorError: '#b42318',
    // What a field asks for must be read as well as what stands in it: 5.3 to 1 on white.
    colorTextPlaceholder: '#646d78',
    borderRadius: 4,
    fontFamily,
    fontSize: 14,
    // A dialog that flies in moves its buttons away under the pointer: on a slow computer a quick press was lost.
    motion: false,
  },
};
