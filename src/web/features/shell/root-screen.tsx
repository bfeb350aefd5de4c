import { Outlet } from '@tanstack/react-router';
export function RootScreen() {
  return <Outlet />;
}
