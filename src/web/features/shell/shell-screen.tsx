import { Outlet } from '@tanstack/react-router';
export function ShellScreen() {
  return <Outlet />;
}
