import type { AppLanguage } from '#protocol/entities/appStates.ts';

/** Why there is no page of an app. */
export const noticeStatus = { missing: 404, gone: 410, large: 413, busy: 429, broken: 502, slow: 504 } as const;
export type Notice = keyof typeof noticeStatus;

/** What people read then: what is the matter, and what they can do. */
export const noticeTexts: Record<AppLanguage, Record<Notice, readonly [title: string, hint: string]>> = {
  en: {
    missing: ['There is nothing here', 'The app or page does not exist. Check the link you came by.'],
    gone: ['This app is no longer available', 'It was closed or taken away by its maker. You can close this window.'],
    large: ['That is too much to send', 'The app was sent more than 10 MB at once. Try something smaller.'],
    busy: ['Too many requests', 'Wait a moment, then try again.'],
    broken: ['This app cannot be reached', 'Its server does not answer as it should. Try again later.'],
    slow: ['This app takes too long', 'Its server did not answer in time. Try again later.'],
  },
  id: {
    missing: ['Tidak ada apa-apa di sini', 'Aplikasi atau halaman ini tidak ada. Periksa tautan yang Anda buka.'],
    gone: [
      'Aplikasi ini tidak tersedia lagi',
      'Aplikasi ini ditutup atau dihapus pembuatnya. Anda dapat menutup jendela ini.',
    ],
    large: ['Terlalu besar untuk dikirim', 'Aplikasi ini dikirimi lebih dari 10 MB sekaligus. Coba yang lebih kecil.'],
    busy: ['Terlalu banyak permintaan', 'Tunggu sebentar, lalu coba lagi.'],
    broken: ['Aplikasi ini tidak dapat dihubungi', 'Servernya tidak menjawab sebagaimana mestinya. Coba lagi nanti.'],
    slow: ['Aplikasi ini terlalu lama menjawab', 'Servernya tidak menjawab tepat waktu. Coba lagi nanti.'],
  },
  ja: {
    missing: ['ここには何もありません', 'アプリまたはページが見つかりません。開いたリンクを確認してください。'],
    gone: [
      'このアプリは利用できなくなりました',
      '停止されたか、作成者によって削除されました。このウィンドウは閉じてかまいません。',
    ],
    large: ['送信するデータが大きすぎます', '一度に送れるのは10 MBまでです。小さくしてからお試しください。'],
    busy: ['リクエストが多すぎます', 'しばらく待ってから、もう一度お試しください。'],
    broken: ['このアプリに接続できません', 'アプリのサーバーが正しく応答していません。後でもう一度お試しください。'],
    slow: [
      'このアプリの応答に時間がかかりすぎています',
      'アプリのサーバーが時間内に応答しませんでした。後でもう一度お試しください。',
    ],
  },
  ko: {
    missing: ['여기에는 아무것도 없습니다', '앱 또는 페이지가 존재하지 않습니다. 열었던 링크를 확인해 주세요.'],
    gone: ['이 앱은 더 이상 이용할 수 없습니다', '중단되었거나 만든 사람이 삭제했습니다. 이 창을 닫아도 됩니다.'],
    large: ['보내기에는 너무 큽니다', '한 번에 10 MB까지만 보낼 수 있습니다. 더 작은 것으로 다시 시도해 주세요.'],
    busy: ['요청이 너무 많습니다', '잠시 기다린 뒤 다시 시도해 주세요.'],
    broken: ['이 앱에 연결할 수 없습니다', '앱 서버가 올바르게 응답하지 않습니다. 나중에 다시 시도해 주세요.'],
    slow: ['이 앱의 응답이 너무 늦습니다', '앱 서버가 제때 응답하지 않았습니다. 나중에 다시 시도해 주세요.'],
  },
  'zh-TW': {
    missing: ['這裡什麼都沒有', '找不到這個應用程式或頁面。請檢查你開啟的連結。'],
    gone: ['這個應用程式已無法使用', '它已被停用，或由製作者移除。你可以關閉這個視窗。'],
    large: ['傳送的內容太大', '一次最多只能傳送 10 MB，請改傳較小的內容。'],
    busy: ['請求次數過多', '請稍候再試。'],
    broken: ['無法連上這個應用程式', '它的伺服器沒有正確回應，請稍後再試。'],
    slow: ['這個應用程式回應太慢', '它的伺服器未能及時回應，請稍後再試。'],
  },
};
