import { useEffect } from 'react';
import { Redirect, useLocation } from 'wouter';
import { forgetNextPlace, nextPlace } from './nextPlace.ts';
import { parseRoute } from './parseRoute.ts';
import { screenList } from './screenList.ts';

/** The screen for the address of a logged-in person. One element stands for all chat addresses, so that going from chat to chat keeps the list. */
export function PersonRoutes() {
  const [path] = useLocation();
  const route = parseRoute(path);
  const { at: place } = route;
  useEffect(() => {
    if (place === 'join' || place === 'add' || place === 'apps') forgetNextPlace();
  }, [place]);
  switch (route.at) {
    case 'chats': {
      const { at: _, ...place } = route;
      return <screenList.Chats {...place} />;
    }
    case 'moderation': {
      const { at: _, ...place } = route;
      return <screenList.Moderation key={place.chatId} {...place} />;
    }
    case 'friends':
      return <screenList.Friends />;
    case 'discover': {
      const { at: _, ...place } = route;
      return <screenList.Discover {...place} />;
    }
    case 'apps': {
      const { at: _, ...place } = route;
      return <screenList.MiniApps {...place} />;
    }
    case 'add':
      return <screenList.Friends key={route.handle} find={route.handle} />;
    case 'join':
      return <screenList.Join key={route.code} code={route.code} />;
    case 'makers':
      return <screenList.Maker key={route.path[0] ?? ''} path={route.path} />;
    case 'keep':
      return <screenList.Keep />;
    case 'uploads':
      return <screenList.Uploads />;
    case 'review':
      return <screenList.Review />;
    case 'scan':
      return <screenList.Scan />;
    case 'settings':
      return route.page === undefined ? <screenList.Settings /> : <screenList.Settings page={route.page} />;
    case 'start':
    case 'login':
    case 'signup':
      return <Redirect to={nextPlace() ?? '/chats'} replace />;
    default:
      return <screenList.NotFound />;
  }
}
