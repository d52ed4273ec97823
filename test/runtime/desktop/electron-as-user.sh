#!/bin/sh
# Starts Electron under the words that make it an ordinary user's program that dies with its parent (see user.mjs).
# A script, because whoever drives Electron puts own arguments right behind the executable.
exec $TOPICDESK_AS_USER "$TOPICDESK_ELECTRON" "$@"
