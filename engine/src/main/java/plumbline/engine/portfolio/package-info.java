/// What trading leaves behind: closed trades and the curve of the account's equity.
package plumbline.engine.portfolio;
