import '#web/ui/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageRoot } from '#web/messages/language-root.tsx';
import { chooseStoredLanguage } from '#web/messages/shown-language.ts';
import { keepAppOnDevice } from '#web/session/app-update.ts';
import { createQueryClient } from '#web/session/query-client.ts';
import { followNetwork } from '#web/session/reachability.ts';
import { Toaster } from '#web/ui/toast.tsx';
import { TooltipLayer } from '#web/ui/tooltip-layer.tsx';
import { createAppRouter } from './routes.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html holds no element with the id "root"');

followNetwork();
keepAppOnDevice();
const router = createAppRouter();

// Before the first paint, so that no page flashes in another language.
await chooseStoredLanguage();

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <LanguageRoot>
        <RouterProvider router={router} />
        <Toaster />
        <TooltipLayer />
      </LanguageRoot>
    </QueryClientProvider>
  </StrictMode>,
);
