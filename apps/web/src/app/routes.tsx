import { createBrowserRouter } from 'react-router';
import { NotFoundPage } from './not-found-page.js';
import { RequireSession } from './require-session.js';
import { RouteErrorPage } from './route-error-page.js';
import { Shell } from './shell.js';
import { SIGN_OUT, SignOutPage } from './sign-out-page.js';

/** Every page is a chunk of its own, so that the first load carries only what the person came for. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: RouteErrorPage,
    HydrateFallback: () => null,
    children: [
      {
        path: '/sign-in',
        lazy: async () => ({ Component: (await import('../features/sign-in/sign-in-page.js')).SignInPage }),
      },
      {
        path: '/invitation',
        lazy: async () => ({ Component: (await import('../features/sign-in/invitation-page.js')).InvitationPage }),
      },
      {
        Component: RequireSession,
        children: [
          {
            Component: Shell,
            // Inside the frame: a page that breaks or cannot be fetched leaves the ways to the others.
            children: [
              {
                ErrorBoundary: RouteErrorPage,
                children: [
                  { path: SIGN_OUT.path, Component: SignOutPage },
                  {
                    index: true,
                    lazy: async () => ({
                      Component: (await import('../features/campaigns/campaign-list-page.js')).CampaignListPage,
                    }),
                  },
                  {
                    path: '/campaigns/:campaign',
                    children: [
                      {
                        index: true,
                        lazy: async () => ({ Component: (await import('../features/board/board-page.js')).BoardPage }),
                      },
                      {
                        path: 'sheets',
                        lazy: async () => ({
                          Component: (await import('../features/sheet/sheet-list-page.js')).SheetListPage,
                        }),
                      },
                      {
                        path: 'units/:unit/sheets/:stage',
                        lazy: async () => ({ Component: (await import('../features/sheet/sheet-page.js')).SheetPage }),
                      },
                      {
                        path: 'proposals',
                        lazy: async () => ({
                          Component: (await import('../features/review/proposals-page.js')).ProposalsPage,
                        }),
                      },
                      {
                        path: 'rules',
                        lazy: async () => ({ Component: (await import('../features/rules/rules-page.js')).RulesPage }),
                      },
                    ],
                  },
                  { path: '*', Component: NotFoundPage },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
]);
