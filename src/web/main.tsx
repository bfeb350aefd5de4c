import '#web/ui/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '#web/session/query-client.ts';
import { ThemeProvider } from '#web/ui/theme-provider.tsx';
import { Toaster } from '#web/ui/toast.tsx';
import { router } from './routes.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html holds no element with the id "root"');

createRoot(place).render(
  <StrictMode>
    <ThemeProvider>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
        <Toaster />
      </QueryClientProvider>
    </ThemeProvider>
  </StrictMode>,
);
